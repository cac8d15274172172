"""The invented catalogue of the golden file, ready for queries."""

from __future__ import annotations

import pytest

from backend.domain.search import Prepared, prepare
from tests.factories.search_golden import catalogue


@pytest.fixture(scope="session")
def prepared() -> Prepared:
    """Give the invented catalogue, prepared once."""
    return prepare(catalogue())
