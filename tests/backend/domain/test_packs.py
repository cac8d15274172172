"""Packs are files named by their content; only what changed is new."""

from __future__ import annotations

import json

import brotli
import pytest
from flask import Flask

from backend.domain import packs, releases
from backend.domain.packs import KeptPage

PAGES = [KeptPage("/vi/guides/1.900001", "Tên", "<p>Nội dung</p>")]


def test_a_pack_is_kept_under_the_hash_of_its_content(stored: Flask) -> None:
    assert packs.keep("ho-tich", "vi", PAGES, guides=1)
    (pack,) = packs.on_offer("vi")
    content = brotli.decompress(releases.file(pack.sha256))
    assert json.loads(content) == {
        "pack": "ho-tich",
        "language": "vi",
        "markup": packs.MARKUP,
        "pages": [{"path": "/vi/guides/1.900001", "title": "Tên", "main": "<p>Nội dung</p>"}],
    }
    assert (pack.size, pack.guides) == (len(content), 1)


def test_the_same_pages_make_the_same_pack(stored: Flask) -> None:
    packs.keep("ho-tich", "vi", PAGES, guides=1)
    packs.keep("dat-dai", "vi", PAGES, guides=1)
    before = packs.on_offer()
    assert not packs.keep("ho-tich", "vi", PAGES, guides=1)
    assert packs.on_offer() == before


def test_a_changed_pack_leaves_the_others_alone(stored: Flask) -> None:
    packs.keep("ho-tich", "vi", PAGES, guides=1)
    packs.keep("dat-dai", "vi", PAGES, guides=1)
    before = {pack.pack: pack.sha256 for pack in packs.on_offer()}
    assert packs.keep("ho-tich", "vi", [KeptPage("/vi/x", "Khác", "")], guides=1)
    after = {pack.pack: pack.sha256 for pack in packs.on_offer()}
    assert after["dat-dai"] == before["dat-dai"]
    assert after["ho-tich"] != before["ho-tich"]
    assert releases.file(before["ho-tich"])  # a phone in the middle of its download still gets it


def test_an_empty_pack_leaves_the_offer(stored: Flask) -> None:
    packs.keep("ho-tich", "vi", PAGES, guides=1)
    assert packs.drop("ho-tich", "vi")
    assert not packs.drop("ho-tich", "vi")
    assert packs.on_offer() == ()


@pytest.mark.parametrize(
    ("sector", "group"),
    [
        ("Hộ tịch", "ho-tich"),
        ("Đăng ký, quản lý cư trú", "cu-tru"),
        ("Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)", "kinh-doanh"),
        ("Nhà ở và công sở", "xay-dung"),
        ("ĐẤT ĐAI", "dat-dai"),
        ("Tài chính đất đai", "dat-dai"),
        ("Thành lập và hoạt động ngân hàng", "thue-tai-chinh"),
        ("Thanh toán chi phí tố tụng", "tu-phap"),
        ("Phát triển đô thị", "xay-dung"),
        ("Một lĩnh vực chưa ai biết", "khac"),
        ("", "khac"),
    ],
)
def test_every_sector_has_a_group(sector: str, group: str) -> None:
    assert packs.group_of(sector) == group


def test_a_pack_whose_file_was_lost_is_put_back(stored: Flask) -> None:
    packs.keep("ho-tich", "vi", PAGES, guides=1)
    (pack,) = packs.on_offer()
    (stored.extensions["files_folder"] / "offline" / pack.sha256).unlink()
    assert packs.keep("ho-tich", "vi", PAGES, guides=1)
    assert releases.file(pack.sha256)
