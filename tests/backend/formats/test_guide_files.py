"""Files that are not what they say: one row 0 with a stable code, and nothing raised."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.formats import byte_lines
from backend.formats.guide_files import open_guides
from backend.formats.rows import Accepted
from tests.backend.formats.conftest import ReadBytes, codes, lines
from tests.factories.source_records import fact, normalised, official, raw, written

TWO = (normalised(), normalised(code="1.900002", source_url=None))


@pytest.mark.parametrize(
    ("record", "collection"),
    [
        (written(), "written"),
        (normalised(), "portal"),
        (raw(), "raw"),
        (official(), "official"),
        (fact(), "factsheet"),
    ],
)
def test_each_shape_is_known_by_its_fields(
    rows_of: ReadBytes, record: dict[str, object], collection: str
) -> None:
    for content in (lines(record), json.dumps(record, indent=2).encode(), json.dumps([record]).encode()):
        (row,) = rows_of(content)
        assert isinstance(row, Accepted), row
        assert (row.row, row.collection, row.guide.code) == (1, collection, "1.900001")


def test_the_official_envelope_is_opened(rows_of: ReadBytes) -> None:
    assert codes(rows_of(json.dumps({"result": [official()], "error_code": "0"}).encode())) == ["ok"]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n\n"])
def test_packed_or_not_with_mark_or_without_is_the_same(rows_of: ReadBytes, before: bytes) -> None:
    content = before + lines(*TWO)
    assert codes(rows_of(content)) == codes(rows_of(gzip.compress(content))) == ["ok", "ok"]


def test_rows_have_the_numbers_of_their_lines(rows_of: ReadBytes) -> None:
    rows = rows_of(b"\n" + lines(TWO[0]) + b"\n{oops}\n" + lines(TWO[1]))
    assert [row.row for row in rows] == [2, 4, 5]
    assert codes(rows) == ["ok", "bad_json", "ok"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unknown_format"),
        (b"   \n", "unknown_format"),
        (b"Ma so,Ten\n1.900001,Dieu\n", "unknown_format"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "unknown_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown_format"),
        (b"<html><body>Sign in to the network</body></html>", "unknown_format"),
        (b"\x00" * 5000, "unknown_format"),
        (gzip.compress(b"PK\x03\x04", mtime=0), "unknown_format"),
        (lines(normalised()).decode().encode("utf-16"), "wrong_encoding"),
        (lines(normalised()).decode().encode("utf-16-le"), "wrong_encoding"),
        (lines(normalised()).decode().encode("utf-16-be"), "wrong_encoding"),
        ('{"code": "1.900001", "name": "Dang ký"}\n'.encode("latin-1"), "wrong_encoding"),
        (json.dumps(normalised()).encode()[:-9], "truncated"),
        (gzip.compress(lines(*TWO), mtime=0)[:-200], "truncated"),
        (b"\x1f\x8b\x08", "truncated"),
        (b"\x1f\x8b\x08" + b"\x00" * 7 + b"\xff" * 60, "damaged"),
        (b"PK\x03\x04nothing more", "truncated"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_one_row(rows_of: ReadBytes, content: bytes, code: str) -> None:
    (row,) = rows_of(content)
    assert codes([row]) == [code]
    assert row.row == 0


def test_a_packed_file_cut_on_the_way_gives_the_whole_records_before_the_cut(rows_of: ReadBytes) -> None:
    records = [
        normalised(code=f"1.9{n:05}", source_url=None, steps=f"{n * 7919 % 10007}" * 50) for n in range(900)
    ]
    rows = rows_of(gzip.compress(lines(*records), 1)[:-3000])
    assert codes(rows)[-1] == "truncated"
    assert 0 < len(rows) - 1 < 900
    assert set(codes(rows[:-1])) == {"ok"}


def test_a_packed_file_changed_on_the_way_is_damaged(rows_of: ReadBytes) -> None:
    packed = bytearray(gzip.compress(lines(*TWO)))
    packed[-6] ^= 1  # a bit of the check sum
    assert codes(rows_of(bytes(packed)))[-1] == "damaged"


def test_a_last_line_without_its_end_is_truncated(rows_of: ReadBytes) -> None:
    assert codes(rows_of(lines(*TWO)[:-20])) == ["ok", "truncated"]


def test_one_line_in_another_encoding_costs_only_that_line(rows_of: ReadBytes) -> None:
    odd = '{"code": "1.900003", "name": "Dang ký"}\n'.encode("latin-1")
    assert codes(rows_of(lines(TWO[0]) + odd + lines(TWO[1]))) == ["ok", "wrong_encoding", "ok"]


def test_a_line_of_many_megabytes_is_skipped_without_being_held(rows_of: ReadBytes) -> None:
    long = b'{"code": "' + b"9" * 20_000_000 + b'"}\n'
    assert codes(rows_of(long + lines(TWO[0]))) == ["line_too_long", "ok"]
    assert codes(rows_of(b"{" * 3_000_000)) == ["line_too_long"]


def test_no_more_than_one_line_is_asked_of_the_stream() -> None:
    asked: list[int] = []

    class Watched(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().readline(size)

    assert next(byte_lines.lines(Watched(b"x" * 5_000_000))) == (1, None)
    assert 0 < max(asked) <= byte_lines.LONGEST_LINE + 1
    assert min(asked) > 0


def test_a_document_larger_than_any_is_refused(rows_of: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byte_lines, "LARGEST_DOCUMENT", 1000)
    assert codes(rows_of(b"[" + b" " * 2000 + b"]")) == ["document_too_large"]


def test_a_gzip_bomb_stops_early(rows_of: ReadBytes) -> None:
    assert codes(rows_of(gzip.compress(b"[" + b" " * 60_000_000))) == ["too_large_unpacked"]
    assert codes(rows_of(gzip.compress(b"{\n" + b"\n" * 60_000_000))) == ["too_large_unpacked"]


def test_a_folder_or_nothing_is_unreadable(tmp_path: Path) -> None:
    assert codes(list(open_guides(tmp_path))) == ["unreadable"]
    assert codes(list(open_guides(tmp_path / "absent"))) == ["unreadable"]


def test_the_second_guide_of_a_code_is_rejected_unless_it_is_the_same(rows_of: ReadBytes) -> None:
    other = normalised(name="Thả diều khác")
    rows = rows_of(lines(TWO[0], TWO[0], other, TWO[1]))
    assert codes(rows) == ["ok", "ok", "duplicate_code", "ok"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_progress_never_runs_backwards_or_past_the_end(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    path, seen = tmp_path / "sent", list[int]()
    path.write_bytes(pack(lines(*TWO)))
    assert codes(list(open_guides(path, on_read=seen.append))) == ["ok", "ok"]
    assert seen == sorted(seen)
    assert seen[-1] == path.stat().st_size
