"""Among two thousand real procedures and our own guides, everyday questions find the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.domain.search import Prepared, prepare
from tests.factories.reference_catalogue import OUR_QUERIES, THEIR_QUERIES, asked, reference_catalogue
from tests.factories.search_figures import Figures, figures


@pytest.fixture(scope="module")
def all_guides(reference: Path) -> Prepared:
    """Give the catalogue of all reference procedures, prepared once."""
    return prepare(reference_catalogue(reference))


def test_the_colloquial_queries_find_their_guides(all_guides: Prepared, reference: Path) -> None:
    found = figures(all_guides, asked(reference / THEIR_QUERIES))
    assert found.in_first_three >= 0.9 * found.answerable
    assert found.wrongly_found == []
    assert found.not_asked_back == []


@pytest.mark.parametrize("part", ["tune", "held_out"])
def test_our_own_queries_find_their_guides(all_guides: Prepared, part: str) -> None:
    found: Figures = figures(all_guides, [item for item in asked(OUR_QUERIES) if item["set"] == part])
    assert found.in_first_three >= 0.9 * found.answerable
    assert len(found.wrongly_found) <= 0.1 * found.unanswerable
