"""Invented guides: one call shows only what matters to the test."""

from __future__ import annotations

from typing import Any

from backend.domain.guides.record import Guide, Level, Origin, Source

SOURCE = Source(
    publisher={"vi": "Cổng thử", "en": "Test portal"}, captured_on="2026-07", url="https://example.test/1"
)


def guide(code: str = "1.900001", **changes: Any) -> Guide:
    """Give a small guide of an invented procedure."""
    values: dict[str, Any] = {
        "name": {"vi": f"Thủ tục thử {code}", "en": f"Trial procedure {code}"},
        "origin": Origin.WRITTEN,
        "sector": "Hộ tịch",
        "levels": (Level.COMMUNE,),
        "source": SOURCE,
    }
    return Guide(code=code, **(values | changes))
