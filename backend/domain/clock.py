"""The time: always UTC, and one place for tests to stop it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Give the present moment in UTC. To the microsecond: lists notice a change by its moment."""
    return datetime.now(UTC)
