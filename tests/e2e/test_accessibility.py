"""Every screen for everyone: axe finds nothing, and nothing is cut, small or out of reach."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.e2e.axe import flaws, violations
from tests.e2e.browser import QUIET
from tests.e2e.look import Look, looked_at
from tests.e2e.screens import SCREENS
from tests.e2e.server import Server
from tests.factories.strange_guides import write_strange_guides

LOOKS = {
    "vi-light": Look(width=320, height=640),
    "en-dark-big": Look(lang="en", dark=True, big=True, width=320, height=640),
}
"""Two looks hold both values of everything: each screen meets each language, colours and text size once."""

ZOOMED = Look(width=180, height=370, scale=4)
"""A phone of 360×740 at 200 %."""


@pytest.fixture(scope="module")
def served(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give a server that also has guides that are hard to show; nothing here changes it."""
    home = tmp_path_factory.mktemp("screens") / "home"
    shutil.copytree(prepared_home, home)
    server = Server(home)
    server.command("guides", "import", str(write_strange_guides(home / "strange.jsonl")))
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def chromium(chromium_driver: Playwright) -> Iterator[Browser]:
    """Give one browser; each screen gets a fresh profile in it."""
    browser = chromium_driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
    yield browser
    browser.close()


@pytest.mark.parametrize("look", LOOKS)
def test_everyone_can_use_every_screen(chromium: Browser, served: Server, look: str) -> None:
    found = []
    for screen in SCREENS:
        with looked_at(chromium, served, screen, LOOKS[look]) as page:
            found += [f"{screen}: {wrong}" for wrong in flaws(page) + violations(page)]
    assert not found, "\n".join(found)


def test_nothing_is_cut_at_200_percent(chromium: Browser, served: Server) -> None:
    found = []
    for screen in SCREENS:
        with looked_at(chromium, served, screen, ZOOMED) as page:
            found += [f"{screen}: {wrong}" for wrong in flaws(page, least=24)]
    assert not found, "\n".join(found)
