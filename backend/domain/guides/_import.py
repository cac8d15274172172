"""Bring guides in from a file: whole records only, safe to repeat."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from backend.domain.clock import now
from backend.domain.guides.record import Guide
from backend.domain.plain import to_plain
from backend.storage import guides as rows
from backend.storage.database import transaction

COLLECTIONS = ("written", "portal", "raw", "official", "factsheet", "catalogue")
"""Where guides come from; when several know a code, the first of these is shown."""

BATCH = 200
"""Records in one transaction: few enough that a killed run loses little time."""


@dataclass
class ImportReport:
    """What became of each guide: codes by outcome."""

    accepted: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Tell whether anything is different now."""
        return bool(self.accepted or self.updated)


def bring_in(guides: Iterable[Guide], collection: str) -> ImportReport:
    """Keep each guide of a collection; a guide with the same content stays as it is.

    Raises ValueError for an unknown collection.
    """
    rank, report = COLLECTIONS.index(collection), ImportReport()
    remaining = iter(guides)
    while batch := list(islice(remaining, BATCH)):
        with transaction():
            _keep(batch, collection, rank, report)
    return report


def _keep(batch: list[Guide], collection: str, rank: int, report: ImportReport) -> None:
    known = rows.of_collection(collection, (guide.code for guide in batch))
    moment = _after_every_change()
    for guide, content, digest in _hashed(batch):
        row = known.get(guide.code)
        if row is not None and row.content_hash == digest:
            report.unchanged.append(guide.code)
            continue
        (report.accepted if row is None else report.updated).append(guide.code)
        row = row or rows.GuideRow(code=guide.code, collection=collection)
        row.rank, row.content, row.content_hash, row.changed_at = rank, content, digest, moment
        rows.add(row)
        known[guide.code] = row


def _after_every_change() -> datetime:
    """Give a moment later than any before: two batches share a second, and clocks are set back."""
    moment, last = now(), rows.last_change()[1]
    return moment if last is None or last < moment else last + timedelta(microseconds=1)


def _hashed(batch: list[Guide]) -> Iterator[tuple[Guide, dict[str, Any], str]]:
    for guide in batch:
        content = to_plain(guide)
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield guide, content, hashlib.sha256(text.encode()).hexdigest()
