"""The server answers as the golden file says; the phone is held to the same file."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain.search import Prepared, find
from tests.factories.search_golden import cases, plain


@pytest.mark.parametrize("case", cases(), ids=[case["query"] for case in cases()])
def test_a_query_is_answered_as_the_golden_file_says(prepared: Prepared, case: dict[str, Any]) -> None:
    answer = plain(case["query"], find(prepared, case["query"]))
    assert answer["kind"] == case["kind"]
    assert [code for code, _ in answer["hits"]] == [code for code, _ in case["hits"]]
    scores = [score for _, score in case["hits"]]
    assert [score for _, score in answer["hits"]] == pytest.approx(scores, abs=1e-9)
