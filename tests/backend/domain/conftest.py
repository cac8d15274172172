"""What submissions need: a form and a commune."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import communes
from tests.factories.communes import units
from tests.factories.form import published


@pytest.fixture
def desk(stored: Flask) -> Flask:
    """Give an app on each database with one commune and one published form."""
    communes.load_units(units())
    published()
    return stored
