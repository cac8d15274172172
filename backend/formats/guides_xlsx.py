"""The portal's list export: a workbook of codes, names and sectors, without anything to read."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import Guide, Origin, Source
from backend.domain.partial_date import is_partial_date
from backend.formats.fields import Fields
from backend.formats.portal_doubts import LONGEST_NAME
from backend.formats.portal_sources import PORTAL
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Accepted, Refused, Reject, Rejected, Row

LARGEST_UNPACKED = 32_000_000
HIGHEST_RATIO = 100
MOST_ROWS = 100_000
_RATIO_COUNTS_FROM = 1_000_000
_MOST_PARTS = 500
_COLUMNS = 12
_HEADER_WITHIN = 20
_FIELDS = {"mã số": "code", "tên": "name", "cơ quan thực hiện": "agency", "lĩnh vực": "sector"}
_NEEDED = {"code", "name", "sector"}
_BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError)
_MACRO_PARTS = ("vbaproject.bin", "/macrosheets/", "/activex/")


def read(stream: IO[bytes]) -> Iterator[Row]:
    """Read a workbook row by row; rows have the numbers that the sheet shows. Raises Refused."""
    captured_on = _look_inside(stream)
    stream.seek(0)
    try:
        with warnings.catch_warnings(action="ignore"):  # what matters of a broken workbook is in its rows
            workbook = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise Refused(Reject.DAMAGED, f"the workbook cannot be read: {type(error).__name__}") from error
    with closing(workbook):
        yield from _rows(workbook, captured_on)


def _look_inside(stream: IO[bytes]) -> str | None:
    """Refuse bombs, macros and other archives before anything is unpacked; give the day of export."""
    try:
        with zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
            _refuse_bomb(parts)
            names = {part.filename.lower() for part in parts}
            if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
                raise Refused(Reject.UNKNOWN_FORMAT, "the archive is no XLSX workbook")
            if any(mark in f"/{name}" for name in names for mark in _MACRO_PARTS):
                raise Refused(Reject.MACROS, "the workbook holds macros")
            if b"macroEnabled" in archive.read("[Content_Types].xml"):
                raise Refused(Reject.MACROS, "the workbook is of a kind that may hold macros")
            return _day_of(archive)
    except _BROKEN_ARCHIVE as error:
        code = Reject.TRUNCATED if "not a zip file" in str(error) else Reject.DAMAGED
        raise Refused(code, f"the archive cannot be read: {error}") from error


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    packed, unpacked = sum(part.compress_size for part in parts), sum(part.file_size for part in parts)
    is_out_of_proportion = unpacked > _RATIO_COUNTS_FROM and unpacked > HIGHEST_RATIO * packed
    if unpacked > LARGEST_UNPACKED or is_out_of_proportion or len(parts) > _MOST_PARTS:
        raise Refused(Reject.TOO_LARGE_UNPACKED, f"{len(parts)} parts of {unpacked:,} bytes when unpacked")


def _day_of(archive: zipfile.ZipFile) -> str | None:
    """Give the day the workbook was made; openpyxl would say today where the file says nothing."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    found = re.search(rb"<dcterms:created[^>]*>(20\d\d-\d\d-\d\d)", archive.read("docProps/core.xml"))
    day = found.group(1).decode() if found else ""
    return day if is_partial_date(day) else None


def _rows(workbook: Workbook, captured_on: str | None) -> Iterator[Row]:
    sheet = workbook.worksheets[0]
    sheet.reset_dimensions()  # what a sheet says about its size need not be true
    columns: dict[int, str] = {}
    cells_by_row = enumerate(sheet.iter_rows(max_col=_COLUMNS), 1)
    while (cells := _next_cells(cells_by_row)) is not None:
        number, row = cells
        if number > MOST_ROWS:
            raise Refused(Reject.TOO_LARGE_UNPACKED, f"a sheet of more than {MOST_ROWS:,} rows")
        if columns:
            yield from _row(
                number, {columns[i]: cell for i, cell in enumerate(row) if i in columns}, captured_on
            )
        elif set((found := _header(row)).values()) >= _NEEDED:
            columns = found
        elif number >= _HEADER_WITHIN:
            break
    if not columns:
        raise Refused(Reject.UNKNOWN_FORMAT, "no row of the sheet is headed Mã số, Tên and Lĩnh vực")


def _next_cells(rows: Iterator[tuple[int, tuple[Any, ...]]]) -> tuple[int, tuple[Any, ...]] | None:
    try:
        with warnings.catch_warnings(action="ignore"):
            return next(rows, None)
    except Exception as error:  # a broken sheet breaks openpyxl's reader in many ways
        raise Refused(Reject.DAMAGED, f"the sheet cannot be read on: {type(error).__name__}") from error


def _header(row: tuple[Any, ...]) -> dict[int, str]:
    titles = {place: str(cell.value).strip().casefold() for place, cell in enumerate(row) if cell.value}
    return {place: _FIELDS[title] for place, title in titles.items() if title in _FIELDS}


def _row(number: int, cells: dict[str, Any], captured_on: str | None) -> Iterator[Row]:
    values = {name: cell.value for name, cell in cells.items() if cell.value not in (None, "")}
    if not values:
        return
    code = values.get("code")
    key = procedure_key(code) if isinstance(code, str) else None
    try:
        for name, cell in cells.items():
            if cell.data_type in ("f", "e"):
                raise Refused(Reject.FORMULA, f"{name} is computed by a formula or holds its error")
        yield Accepted(number, _guide(Fields(values), captured_on), "catalogue")
    except Refused as refused:
        yield Rejected(number, key, refused.code, refused.reason)


def _guide(fields: Fields, captured_on: str | None) -> Guide:
    code, name = fields.key("code"), fields.needed("name")
    agencies = dict.fromkeys((fields.text("agency") or "").split("\n"))
    doubts = fields.doubts | ({Doubt.LONG_NAME} if len(name) > LONGEST_NAME else set())
    return Guide(
        code=code,
        name={"vi": name},
        origin=Origin.CATALOGUE,
        sector=fields.needed("sector"),
        source=Source(publisher=PORTAL, captured_on=captured_on),
        agency={"vi": "; ".join(agencies)} if any(agencies) else None,
        doubts=tuple(sorted(doubts)),
    )
