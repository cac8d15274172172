"""Packs: thirteen fixed groups of sectors that a phone downloads whole."""

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
    """One group: its name, and the folded words of which each of its sectors holds one."""

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


def _group(slug: str, vietnamese: str, english: str, sectors: str = "") -> PackGroup:
    return PackGroup(slug, {"vi": vietnamese, "en": english}, tuple(sectors.split(", ") if sectors else ()))


GROUPS = (
    _group("ho-tich", "Hộ tịch", "Civil status", "ho tich, nuoi con nuoi, quoc tich"),
    _group("chung-thuc", "Chứng thực", "Certification", "chung thuc, cong chung"),
    _group(
        "cu-tru",
        "Cư trú, căn cước",
        "Residence and identity",
        "cu tru, can cuoc, dinh danh, xuat nhap canh, ly lich tu phap",
    ),
    _group("dat-dai", "Đất đai", "Land", "dat dai, bien phap bao dam, do dac"),
    _group(
        "xay-dung",
        "Nhà ở, xây dựng",
        "Housing and building",
        "xay dung, nha o, quy hoach, ha tang ky thuat, vat lieu, kien truc, do thi, bat dong san",
    ),
    _group(
        "kinh-doanh",
        "Kinh doanh, hợp tác xã",
        "Business and cooperatives",
        "doanh nghiep, ho kinh doanh, hop tac, dau tu, dau thau",
    ),
    _group(
        "tro-giup",
        "Giảm nghèo, trợ giúp, người có công",
        "Support and poverty reduction",
        "giam ngheo, bao tro, nguoi co cong, bao hiem, bhxh, bhyt, chinh sach, lao dong, cai nghien",
    ),
    _group(
        "tu-phap",
        "Hòa giải, khiếu nại, tư pháp",
        "Mediation, complaints and justice",
        "hoa giai, khieu nai, tu phap, luat su, phap ly, phap luat, boi thuong, thi hanh an, to "
        "tung, thua phat lai, trong tai, quan tai vien, dau gia, toa an",
    ),
    _group(
        "nong-nghiep",
        "Nông, lâm, thủy sản",
        "Farming, forestry and fishery",
        "lam nghiep, thuy san, thuy loi, trong trot, chan nuoi, thu y, kiem lam, nong, de dieu",
    ),
    _group(
        "giao-thong",
        "Xe cộ, đường bộ, đường thủy",
        "Vehicles, roads and waterways",
        "phuong tien, lai xe, duong bo, duong thuy, hang hai, hang khong, duong sat, dang kiem, giao thong",
    ),
    _group(
        "moi-truong",
        "Môi trường, tài nguyên",
        "Environment and resources",
        "moi truong, tai nguyen, bien va hai dao, khoang san, khi tuong, khi hau, vien tham, da "
        "dang sinh hoc",
    ),
    _group(
        "thue-tai-chinh",
        "Thuế, ngân hàng, hải quan",
        "Taxes, banks and customs",
        "thue, hai quan, ngan hang, chung khoan, ngoai hoi, quan ly no, thanh toan, tien te, kho "
        "bac, ke toan, tin dung, tai chinh",
    ),
    _group("khac", "Việc khác", "Other matters"),
)
"""The groups, in the order of the lists; a sector belongs to the first that has one of its words."""

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
    if known is not None and known.sha256 == sha256 and files.has(f"offline/{sha256}"):
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
