"""Open a file of guides, whatever its name says: the content decides which format it is in."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from backend.formats import guides_xlsx
from backend.formats.byte_lines import LONGEST_LINE, Unpacked, lines, whole
from backend.formats.guide_records import row_of
from backend.formats.json_text import parse
from backend.formats.repeated_guides import marked
from backend.formats.rows import Refused, Reject, Rejected, Row

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, and UTF-32 with its small end first
_UTF8_MARK = b"\xef\xbb\xbf"
_ENVELOPE = re.compile(rb'\{\s*"(?:result|error_code)"\s*:')
_SECOND_OBJECT = re.compile(b"\n{")
_HEAD = 4096


def open_guides(path: Path, *, on_read: Callable[[int], object] | None = None) -> Iterator[Row]:
    """Read a file row by row. Bad content never raises: row 0 says what is wrong with the file.

    `on_read` is told after each row how many bytes of the file are behind it, and at the end all of them.
    """
    with ExitStack() as open_files:
        try:
            stream = open_files.enter_context(path.open("rb"))
        except OSError as error:
            yield Rejected(0, None, Reject.UNREADABLE, error.strerror or "the file cannot be opened")
            return
        furthest = 0
        for row in marked(_rows(stream)):
            if on_read is not None:
                furthest = max(furthest, stream.tell())  # a workbook is not read from front to back
                on_read(furthest)
            yield row
        if on_read is not None:
            on_read(stream.seek(0, io.SEEK_END))


def _rows(stream: io.BufferedReader) -> Iterator[Row]:
    try:
        head = stream.peek(_HEAD)
        if head.startswith(_ZIP):
            yield from guides_xlsx.read(stream)
        elif head.startswith(_GZIP):
            unpacked = Unpacked(gzip.GzipFile(fileobj=stream), stream)
            yield from _text_rows(io.BufferedReader(unpacked, LONGEST_LINE))
        else:
            yield from _text_rows(stream)
    except Refused as refused:
        yield Rejected(0, None, refused.code, refused.reason)
    except EOFError:
        yield Rejected(0, None, Reject.TRUNCATED, "the packed file ends before its end")
    except (gzip.BadGzipFile, zlib.error) as error:
        yield Rejected(0, None, Reject.DAMAGED, f"the packed file is damaged: {error}")
    except OSError as error:
        yield Rejected(0, None, Reject.UNREADABLE, error.strerror or "the file cannot be read")


def _text_rows(stream: io.BufferedReader) -> Iterator[Row]:
    head = stream.peek(_HEAD)[:_HEAD]
    if head.startswith(_UTF8_MARK):
        stream.read(len(_UTF8_MARK))
        head = head[len(_UTF8_MARK) :]
    _refuse_other_content(head)
    begin = head.lstrip()
    first_line, _, following = begin.partition(b"\n")
    is_cut = not following and len(begin) >= _HEAD // 2
    if begin.startswith(b"[") or _ENVELOPE.match(begin):
        yield from _document_rows(whole(cast(BinaryIO, stream)))
    elif first_line.rstrip().endswith(b"}") or is_cut or following.lstrip(b"\n").startswith(b"{"):
        yield from _line_rows(cast(BinaryIO, stream))
    else:
        yield from _document_rows(whole(cast(BinaryIO, stream)))


def _refuse_other_content(head: bytes) -> None:
    if head.startswith(_OTHER_ENCODINGS) or b"\x00" in head[:64].lstrip(b"\x00")[:4]:
        raise Refused(Reject.WRONG_ENCODING, "the text is in UTF-16; save it as UTF-8")
    if not head.strip():
        raise Refused(Reject.UNKNOWN_FORMAT, "the file is empty")
    if not head.lstrip().startswith((b"{", b"[")):
        raise Refused(Reject.UNKNOWN_FORMAT, "neither JSON lines, JSON nor an XLSX workbook")


def _line_rows(stream: BinaryIO) -> Iterator[Row]:
    for number, line in lines(stream):
        if line is None:
            yield Rejected(number, None, Reject.LINE_TOO_LONG, f"longer than {LONGEST_LINE:,} bytes")
            continue
        try:
            yield row_of(number, parse(line))
        except Refused as refused:
            if refused.code is Reject.WRONG_ENCODING and number == 1:
                raise  # the whole file, not one line
            is_cut = refused.code is Reject.BAD_JSON and not line.endswith((b"\n", b"}"))
            yield Rejected(number, None, Reject.TRUNCATED if is_cut else refused.code, refused.reason)


def _document_rows(document: bytes) -> Iterator[Row]:
    try:
        value = parse(document)
    except Refused as refused:
        if refused.code is Reject.BAD_JSON and not document.rstrip().endswith((b"}", b"]")):
            raise Refused(Reject.TRUNCATED, f"the file ends before its end: {refused.reason}") from refused
        if not _SECOND_OBJECT.search(document):
            raise
        yield from _line_rows(io.BytesIO(document))
        return
    if isinstance(value, dict) and isinstance(value.get("result"), list):
        value = value["result"]
    records = value if isinstance(value, list) else [value]
    for place, record in enumerate(records, 1):
        yield row_of(place, record)
