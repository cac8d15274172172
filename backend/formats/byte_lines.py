"""Lines of a file that nobody vouched for, read without ever holding more than one of them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from gzip import GzipFile
from typing import BinaryIO

from backend.formats.rows import Refused, Reject

LONGEST_LINE = 1_000_000
LARGEST_DOCUMENT = 32_000_000
LARGEST_UNPACKED = 2_000_000_000
HIGHEST_RATIO = 200  # our largest real file packs 12 to 1, zeros pack 1,000 to 1
_RATIO_COUNTS_FROM = 16_000_000
_CHUNK = 65_536


class Unpacked(io.RawIOBase):
    """What a gzip stream unpacks to, refused as soon as it grows out of all proportion."""

    def __init__(self, unpacked: GzipFile, packed: BinaryIO) -> None:
        super().__init__()
        self._unpacked = unpacked
        self._packed = packed
        self._size = 0

    def readable(self) -> bool:
        """Tell io that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read on, counting."""
        part = self._unpacked.read1(len(buffer))  # read() would lose what comes before a cut
        buffer[: len(part)] = part
        self._size += len(part)
        if self._size > LARGEST_UNPACKED or self._is_out_of_proportion():
            raise Refused(Reject.TOO_LARGE_UNPACKED, f"more than {self._size:,} bytes when unpacked")
        return len(part)

    def _is_out_of_proportion(self) -> bool:
        return self._size > _RATIO_COUNTS_FROM and self._size > HIGHEST_RATIO * self._packed.tell()


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines that hold something with their numbers; None for one that is too long."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            _skip_rest(stream, line)
            yield number, None
        elif line.strip():
            yield number, line


def whole(stream: BinaryIO) -> bytes:
    """Give all of a document. Raises Refused if it is larger than any we expect."""
    found = stream.read(LARGEST_DOCUMENT + 1)
    if len(found) > LARGEST_DOCUMENT:
        raise Refused(Reject.DOCUMENT_TOO_LARGE, f"one document of more than {LARGEST_DOCUMENT:,} bytes")
    return found


def _skip_rest(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)
