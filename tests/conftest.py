"""What every test may use: an app of its own on an empty database, and a client that checks its pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from backend import create_app
from backend.domain import keys
from backend.settings import ROOT, Settings, read
from backend.storage.database import db, upgrade
from tests.page_client import PageClient


@pytest.fixture(scope="session")
def reference() -> Path:
    """Give the folder of reference data; tests of volume are skipped without it, where that is allowed."""
    folder = Path(os.environ.get("TIEPSUC_REFERENCE") or ROOT.parent / "shared" / "data")
    if folder.is_dir():
        return folder
    if os.environ.get("TIEPSUC_REFERENCE_NEEDED"):
        pytest.fail(f"no reference data at {folder}, but this machine has some")
    pytest.skip(f"no reference data at {folder}")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings for an app that keeps everything in a folder of this test."""
    return read({"TIEPSUC_HOME": str(tmp_path / "home")})


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Give an app on an empty, upgraded SQLite database, inside its context."""
    yield from opened(settings)


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Give an app that the tests of a module share: for those that change nothing of what others read."""
    yield from opened(read({"TIEPSUC_HOME": str(tmp_path_factory.mktemp("home"))}))


@pytest.fixture
def client(app: Flask) -> PageClient:
    """Give a client that checks every page it fetches."""
    return PageClient(app)


def opened(settings: Settings) -> Iterator[Flask]:
    """Open an app for these settings and upgrade its database."""
    app = create_app(replace(settings, log_level="error"))
    app.testing = True
    with app.app_context():
        upgrade()
        keys.make_missing()
        yield app
        db.session.remove()
        db.engine.dispose()
