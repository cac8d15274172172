"""Write files of guides and read them back as rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.domain.guides.record import Guide
from backend.formats.guide_files import open_guides
from backend.formats.guide_records import row_of
from backend.formats.rows import Accepted, Rejected, Row

ReadBytes = Callable[[bytes], list[Row]]


@pytest.fixture
def rows_of(tmp_path: Path) -> ReadBytes:
    """Read bytes as if somebody had sent them as a file."""

    def read(content: bytes) -> list[Row]:
        path = tmp_path / "sent"
        path.write_bytes(content)
        return list(open_guides(path))

    return read


def lines(*records: dict[str, Any]) -> bytes:
    """Give records as JSON lines."""
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def accepted(record: dict[str, Any]) -> Guide:
    """Give the guide of a record that must be taken."""
    row = row_of(1, record)
    assert isinstance(row, Accepted), row
    return row.guide


def rejected(record: Any) -> Rejected:
    """Give the rejection of a record that must not be taken."""
    row = row_of(1, record)
    assert isinstance(row, Rejected), row
    return row


def codes(rows: list[Row]) -> list[str]:
    """Give the reject codes of rows, and "ok" for those that were taken."""
    return [row.code.value if isinstance(row, Rejected) else "ok" for row in rows]
