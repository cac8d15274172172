"""The guide for authors names every function and type, and its example is a form."""

from __future__ import annotations

import re

from backend.domain.answers._check import PAPER_ANSWERS
from backend.domain.expressions import FUNCTIONS
from backend.domain.forms.record import FieldType
from backend.formats.forms_written import read_form
from backend.settings import ROOT

GUIDE = (ROOT / "docs" / "forms.md").read_text(encoding="utf-8")


def test_every_function_type_and_paper_answer_is_explained() -> None:
    named = set(re.findall(r"`([a-z_-]+)(?:\([^`]*\))?`", GUIDE))
    assert {*FUNCTIONS, *FieldType, *PAPER_ANSWERS} - named == set()


def test_the_example_is_a_form() -> None:
    example = re.search(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    assert example is not None
    assert read_form(example.group(1).encode()).id == "tha-dieu"
