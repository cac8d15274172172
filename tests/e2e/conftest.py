"""The real server and a real browser, cold from an empty profile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from tests.e2e.bad_link import BadLink
from tests.e2e.browser import open_browser
from tests.e2e.server import Server

Open = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a home with units, starter guides, packs and a release: made once, copied for each test."""
    home = tmp_path_factory.mktemp("prepared")
    Server(home).command("prepare")
    return home


@pytest.fixture
def server(prepared_home: Path, tmp_path: Path) -> Iterator[Server]:
    """Give a running server with starter content."""
    home = tmp_path / "home"
    shutil.copytree(prepared_home, home)
    server = Server(home)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def link(server: Server) -> Iterator[BadLink]:
    """Give a road to the server that a test can spoil."""
    link = BadLink(server.port)
    yield link
    link.close()


@pytest.fixture(scope="session")
def chromium_driver() -> Iterator[Playwright]:
    """Give the driver of the browser; it also tells of the requests of the service worker."""
    os.environ["PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS"] = "1"
    with sync_playwright() as driver:
        yield driver


@pytest.fixture
def phone(chromium_driver: Playwright, tmp_path: Path) -> Iterator[Open]:
    """Give a function that opens a phone's browser on one profile; closing and opening it is a cold start.

    An error in a script that nobody caught fails the test, unless the browser is opened as `broken_off`.
    """
    opened: list[BrowserContext] = []
    errors: list[str] = []

    def start(profile: str = "profile", *, broken_off: bool = False, **options: Any) -> BrowserContext:
        context = open_browser(chromium_driver, tmp_path / profile, **options)
        if not broken_off:
            context.on("weberror", lambda error: errors.append(str(error.error)))
        opened.append(context)
        return context

    yield start
    for context in opened:
        context.close()
    assert errors == []
