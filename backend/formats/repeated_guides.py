"""What one row of a file says about another: codes that occur twice, pages that two codes share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import Guide
from backend.domain.plain import to_plain
from backend.formats.rows import Accepted, Reject, Rejected, Row


def marked(rows: Iterable[Row]) -> Iterator[Row]:
    """Reject a second, different guide of one code; mark guides whose page another code named before."""
    first_rows: dict[str, tuple[int, bytes]] = {}
    codes_by_url: dict[str, str] = {}
    for row in rows:
        if not isinstance(row, Accepted):
            yield row
            continue
        code, digest = row.guide.code, _digest(row.guide)
        earlier, earlier_digest = first_rows.setdefault(code, (row.row, digest))
        if earlier_digest != digest:
            reason = f"row {earlier} already has another guide of this code"
            yield Rejected(row.row, code, Reject.DUPLICATE_CODE, reason)
            continue
        url = row.guide.source.url
        is_shared = url is not None and codes_by_url.setdefault(url, code) != code
        yield replace(row, guide=_with_doubt(row.guide)) if is_shared else row


def _with_doubt(guide: Guide) -> Guide:
    return replace(guide, doubts=tuple(sorted({*guide.doubts, Doubt.SHARED_SOURCE_URL})))


def _digest(guide: Guide) -> bytes:
    return sha256(json.dumps(to_plain(guide), sort_keys=True).encode()).digest()
