"""The portal's list as a workbook, and workbooks that are traps."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from backend.domain.guides.record import Origin
from backend.formats import guides_xlsx
from backend.formats.rows import Accepted
from tests.backend.formats.conftest import ReadBytes, codes

HEADER = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
KITE = ("1.900001", "Thả diều ", "Bộ Gió", "Phường Gió\nPhường Gió\nXã Nắng", "Trò chơi")


def workbook(*rows: tuple[object, ...], header: tuple[str, ...] = HEADER) -> bytes:
    """Give a list as the portal exports it: a banner, a header, rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DANH SÁCH\nTHỦ TỤC\n"])
    for row in (header, *rows):
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """Give a workbook with its parts changed, left out (None) or added."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
        for name, part in added.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return packed.getvalue()


def same(_name: str, part: bytes) -> bytes:
    """Leave a part as it is."""
    return part


def test_a_list_gives_a_catalogue(rows_of: ReadBytes) -> None:
    (row,) = rows_of(workbook(KITE))
    assert isinstance(row, Accepted)
    guide = row.guide
    assert (row.row, row.collection, guide.origin) == (3, "catalogue", Origin.CATALOGUE)
    assert (guide.code, guide.name, guide.sector) == ("1.900001", {"vi": "Thả diều"}, "Trò chơi")
    assert guide.agency == {"vi": "Phường Gió; Xã Nắng"}
    assert guide.steps == guide.fees == guide.paper_groups == ()


def test_the_day_of_export_is_the_workbook_s_own(rows_of: ReadBytes) -> None:
    content = workbook(KITE)
    made = load_workbook(io.BytesIO(content)).properties.created
    assert made is not None
    (row,) = rows_of(content)
    assert isinstance(row, Accepted)
    assert row.guide.source.captured_on == made.date().isoformat()


def test_without_a_day_none_is_invented(rows_of: ReadBytes) -> None:
    (row,) = rows_of(repacked(workbook(KITE), lambda name, part: None if "core.xml" in name else part))
    assert isinstance(row, Accepted)
    assert row.guide.source.captured_on is None


def test_each_bad_row_has_its_reason(rows_of: ReadBytes) -> None:
    rows = rows_of(
        workbook(
            ("kite", "Tên", "", "", "Trò chơi"),
            (1.90001, "Mã đã thành số", "", "", "Trò chơi"),
            ("1.900002", None, "", "", "Trò chơi"),
            ("1.900003", "Không lĩnh vực", "", "", " "),
            ("1.900004", "=HYPERLINK(A1)", "", "", "Trò chơi"),
            ("=A3", "Mã là công thức", "", "", "Trò chơi"),
            (),
            KITE,
            (*KITE[:1], "Tên khác", *KITE[2:]),
        )
    )
    assert [(row.row, code) for row, code in zip(rows, codes(rows), strict=True)] == [
        (3, "bad_code"),
        (4, "wrong_type"),
        (5, "missing_field"),
        (6, "missing_field"),
        (7, "formula"),
        (8, "formula"),
        (10, "ok"),
        (11, "duplicate_code"),
    ]


def test_columns_are_found_by_their_names(rows_of: ReadBytes) -> None:
    order = ("Lĩnh vực", "Ghi chú", "Tên", "Mã số")
    (row,) = rows_of(workbook(("Trò chơi", "x", "Thả diều", "1.900001"), header=order))
    assert isinstance(row, Accepted)
    assert row.guide.name == {"vi": "Thả diều"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (workbook(KITE, header=("A", "B", "C", "D", "E")), "unknown_format"),
        (repacked(workbook(KITE), same, xl__vbaProject_dot_bin=b"x"), "macros"),
        (
            repacked(workbook(KITE), lambda _, part: part.replace(b"sheet.main", b"sheet.macroEnabled.main")),
            "macros",
        ),
        (
            repacked(workbook(KITE), lambda name, part: None if name == "xl/workbook.xml" else part),
            "unknown_format",
        ),
        (repacked(workbook(KITE), lambda name, part: part[:-40] if "sheet1" in name else part), "damaged"),
        (repacked(workbook(KITE), lambda name, part: b"<a" if "workbook.xml" in name else part), "damaged"),
        (repacked(workbook(KITE), same, bomb=b"0" * 20_000_000), "too_large_unpacked"),
        (repacked(workbook(KITE), same, **{f"part{n}": b"" for n in range(600)}), "too_large_unpacked"),
        (workbook(KITE)[:-100], "truncated"),
        (workbook(KITE)[:3000], "truncated"),
    ],
)
def test_a_workbook_that_is_a_trap_is_refused_by_name(rows_of: ReadBytes, content: bytes, code: str) -> None:
    assert codes(rows_of(content))[-1] == code


def test_entities_are_not_expanded(rows_of: ReadBytes) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def with_entities(name: str, part: bytes) -> bytes:
        return part.replace(b"<worksheet", bomb + b"<worksheet", 1) if "sheet1" in name else part

    assert codes(rows_of(repacked(workbook(KITE), with_entities))) == ["damaged"]


def test_a_sheet_that_claims_to_be_endless_ends(rows_of: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guides_xlsx, "MOST_ROWS", 50)

    def endless(name: str, part: bytes) -> bytes:
        return part.replace(b'<row r="3"', b'<row r="999999999"') if "sheet1" in name else part

    assert codes(rows_of(repacked(workbook(KITE), endless))) == ["too_large_unpacked"]
