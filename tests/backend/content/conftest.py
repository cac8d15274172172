"""The written guides as the tests of this folder read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.domain.guides.record import Guide
from backend.domain.plain import from_plain

CONTENT = Path(__file__).parents[3] / "backend" / "content"
GUIDE_FILES = sorted((CONTENT / "guides").glob("*.json"))


@pytest.fixture(scope="session")
def content() -> Path:
    """The folder of the content we ship."""
    return CONTENT


@pytest.fixture(params=GUIDE_FILES, ids=lambda path: path.stem)
def plain(request: pytest.FixtureRequest) -> dict[str, Any]:
    """One written guide as its file says it, without the format number."""
    record = json.loads(request.param.read_text(encoding="utf-8"))
    assert record.pop("format") == 1
    return record


@pytest.fixture
def guide(plain: dict[str, Any]) -> Guide:
    """One written guide."""
    return from_plain(Guide, plain)


@pytest.fixture(scope="session")
def written() -> list[Guide]:
    """All written guides."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in GUIDE_FILES]
    return [from_plain(Guide, {k: v for k, v in record.items() if k != "format"}) for record in records]
