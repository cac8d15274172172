"""What an import can say is explained in the guide to importing."""

from __future__ import annotations

import json
import re
from pathlib import Path

from backend.domain.guides.doubts import Doubt
from backend.formats.rows import Reject
from tests.backend.formats.conftest import accepted

GUIDE = (Path(__file__).parents[3] / "docs" / "importing-guides.md").read_text("utf-8")


def test_every_code_is_explained() -> None:
    named = set(re.findall(r"`([a-z_]+)`", GUIDE))
    assert {*Reject, *Doubt} - named == set()


def test_the_example_is_accepted() -> None:
    example = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert example is not None
    assert accepted(json.loads(example.group(1))).code == "1.900001"
