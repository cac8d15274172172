"""The shipped units, loaded once for the tests that only read them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from backend.domain import communes
from backend.formats.units_files import read_units
from backend.settings import read
from tests.conftest import opened


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    home = tmp_path_factory.mktemp("country")
    for app in opened(read({"TIEPSUC_HOME": str(home)})):
        communes.load_units(read_units())
        yield app
