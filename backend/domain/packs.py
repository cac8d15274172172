"""Packs: about twelve fixed groups of sectors that a phone downloads whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import brotli

from backend.domain.clock import now
from backend.domain.fold import fold
from backend.domain.text import Text
from backend.storage import files
from backend.storage import packs as rows
from backend.storage.database import transaction

MARKUP = 1
"""The number of the markup that pages are made for; a release reads its own and the one before."""


@dataclass(frozen=True)
class PackGroup:
    """One group: its name, and the words that sectors of this group begin with or contain, folded."""

    slug: str
    name: Text
    sectors: tuple[str, ...]


@dataclass(frozen=True)
class KeptPage:
    """The two blocks of one page under its address."""

    path: str
    title: str
    main: str


@dataclass(frozen=True)
class Pack:
    """One pack as it is on offer; `bytes` is what travels, `size` what it unpacks to."""

    pack: str
    language: str
    name: Text
    guides: int
    bytes: int
    size: int
    sha256: str
    built_at: datetime


GROUPS = (
    PackGroup("ho-tich", {"vi": "Hộ tịch", "en": "Civil status"}, ("ho tich", "nuoi con nuoi", "quoc tich")),
    PackGroup("chung-thuc", {"vi": "Chứng thực", "en": "Certification"}, ("chung thuc", "cong chung")),
    PackGroup(
        "cu-tru",
        {"vi": "Cư trú, căn cước", "en": "Residence and identity"},
        ("cu tru", "can cuoc", "dinh danh", "xuat nhap canh", "ly lich tu phap"),
    ),
    PackGroup("dat-dai", {"vi": "Đất đai", "en": "Land"}, ("dat dai", "bien phap bao dam", "do dac")),
    PackGroup(
        "xay-dung",
        {"vi": "Nhà ở, xây dựng", "en": "Housing and building"},
        ("xay dung", "nha o", "quy hoach", "ha tang ky thuat", "vat lieu"),
    ),
    PackGroup(
        "kinh-doanh",
        {"vi": "Kinh doanh, hợp tác xã", "en": "Business and cooperatives"},
        ("doanh nghiep", "ho kinh doanh", "hop tac", "kinh te hop tac", "dau tu", "dau thau"),
    ),
    PackGroup(
        "tro-giup",
        {"vi": "Giảm nghèo, trợ giúp, người có công", "en": "Support and poverty reduction"},
        ("giam ngheo", "bao tro", "nguoi co cong", "bao hiem", "chinh sach", "lao dong", "cai nghien"),
    ),
    PackGroup(
        "tu-phap",
        {"vi": "Hòa giải, khiếu nại, tư pháp", "en": "Mediation, complaints and justice"},
        ("hoa giai", "khieu nai", "tu phap", "luat su", "phap ly", "boi thuong", "thi hanh an", "to tung"),
    ),
    PackGroup(
        "nong-nghiep",
        {"vi": "Nông, lâm, thủy sản", "en": "Farming, forestry and fishery"},
        (
            "lam nghiep",
            "thuy san",
            "thuy loi",
            "trong trot",
            "chan nuoi",
            "thu y",
            "kiem lam",
            "nong",
            "de dieu",
        ),
    ),
    PackGroup(
        "giao-thong",
        {"vi": "Xe cộ, đường bộ, đường thủy", "en": "Vehicles, roads and waterways"},
        (
            "phuong tien",
            "lai xe",
            "duong bo",
            "duong thuy",
            "hang hai",
            "hang khong",
            "duong sat",
            "dang kiem",
        ),
    ),
    PackGroup(
        "moi-truong",
        {"vi": "Môi trường, tài nguyên", "en": "Environment and resources"},
        ("moi truong", "tai nguyen", "bien va hai dao", "khoang san", "khi tuong", "vien tham"),
    ),
    PackGroup("khac", {"vi": "Việc khác", "en": "Other matters"}, ()),
)
BY_SLUG = {group.slug: group for group in GROUPS}


def group_of(sector: str) -> str:
    """Give the slug of the group that a sector belongs to; unknown sectors go to the last group."""
    folded = fold(sector)
    found = (group.slug for group in GROUPS if any(word in folded for word in group.sectors))
    return next(found, GROUPS[-1].slug)


def keep(slug: str, language: str, pages: Iterable[KeptPage], *, guides: int) -> bool:
    """Keep the pages of one pack as one compressed file; tells whether the pack changed."""
    content = _pack_file(slug, language, pages)
    sha256 = hashlib.sha256(content).hexdigest()
    known = rows.one(slug, language)
    if known is not None and known.sha256 == sha256:
        return False
    compressed = brotli.compress(content, quality=11)
    files.keep(f"offline/{sha256}", compressed)
    with transaction():
        row = rows.one(slug, language) or rows.PackRow(pack=slug, language=language)
        row.sha256, row.size, row.compressed = sha256, len(content), len(compressed)
        row.guides, row.built_at = guides, now()
        rows.add(row)
    return True


def drop(slug: str, language: str) -> bool:
    """Take a pack without guides off the offer; tells whether it was there."""
    if rows.one(slug, language) is None:
        return False
    with transaction():
        row = rows.one(slug, language)
        if row is not None:
            rows.remove(row)
    return True


def on_offer(language: str | None = None) -> tuple[Pack, ...]:
    """Give the packs that can be downloaded, in the order of the table of groups."""
    order = {group.slug: place for place, group in enumerate(GROUPS)}
    wanted = [row for row in rows.every() if language in (None, row.language) and row.pack in order]
    return tuple(
        Pack(
            pack=row.pack,
            language=row.language,
            name=BY_SLUG[row.pack].name,
            guides=row.guides,
            bytes=row.compressed,
            size=row.size,
            sha256=row.sha256,
            built_at=row.built_at,
        )
        for row in sorted(wanted, key=lambda row: (row.language != "vi", order[row.pack]))
    )


def _pack_file(slug: str, language: str, pages: Iterable[KeptPage]) -> bytes:
    listed = [{"path": page.path, "title": page.title, "main": page.main} for page in pages]
    pack = {"pack": slug, "language": language, "markup": MARKUP, "pages": listed}
    return json.dumps(pack, ensure_ascii=False, separators=(",", ":")).encode()
