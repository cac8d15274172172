"""Pictures of the screens at 360×740: `python -m tests.e2e.pictures [--docs] [name …]`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from backend.settings import ROOT
from tests.e2e import desk_screens
from tests.e2e.browser import QUIET
from tests.e2e.look import Look, looked_at
from tests.e2e.palette_png import with_palette
from tests.e2e.screens import SCREENS
from tests.e2e.server import Server
from tests.factories.strange_guides import write_strange_guides

REFERENCE = Path(os.environ.get("TIEPSUC_REFERENCE", ROOT.parent / "shared" / "data"))
REAL = REFERENCE / "procedures" / "commune-practical.jsonl.gz"
IN_DOCS = {"home": "home-recent", "guide": "guide", "form": "form-errors", "outbox": "outbox"}


OTHER_LOOKS = {
    "guide-dark": ("guide", Look(dark=True)),
    "guide-papers-dark": ("guide-papers", Look(dark=True)),
    "guide-big": ("guide", Look(big=True, width=320)),
    "guide-papers-big": ("guide-papers", Look(big=True, width=320)),
    "guide-imported-big": ("guide-imported", Look(big=True, width=320)),
    "home-big": ("home-recent", Look(big=True, width=320)),
    "phone-big": ("phone-kept", Look(big=True, width=320)),
    "phone-dark": ("phone-kept", Look(dark=True)),
    "outbox-dark": ("outbox", Look(dark=True)),
    "outbox-big": ("outbox", Look(big=True, width=320)),
    "receipt-dark": ("receipt", Look(dark=True)),
    "home-en": ("home-recent", Look(lang="en")),
    "guide-en": ("guide", Look(lang="en")),
    "home-wide": ("home-recent", Look(width=1280, height=800, scale=1)),
}
A5 = Look(width=559, height=794)
DESK = Look(width=1280, height=800, scale=1)


def main() -> None:
    """Write the pictures into TIEPSUC_HOME/pictures, and with --docs those of the README."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="only these pictures")
    asked.add_argument("--docs", action="store_true", help="write the pictures of the README anew")
    chosen = asked.parse_args()
    folder = Path(os.environ.get("TIEPSUC_HOME", ROOT / "var")) / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    looks = {name: (name, Look()) for name in SCREENS} | OTHER_LOOKS
    unknown = set(chosen.names) - looks.keys() - desk_screens.SCREENS.keys() - {"slip"}
    if unknown:
        sys.exit(f"no picture is called {', '.join(sorted(unknown))}")
    with _server() as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        if chosen.docs:
            _write_docs(browser, server, ROOT / "docs" / "pictures")
            return
        for name, (screen, look) in looks.items():
            if not chosen.names or name in chosen.names:
                (folder / f"{name}.png").write_bytes(_picture(browser, server, screen, look))
                print(folder / f"{name}.png")
        if not chosen.names or desk_screens.SCREENS.keys() & set(chosen.names):
            _desk(browser, server, folder)
        if not chosen.names or "slip" in chosen.names:
            (folder / "slip.png").write_bytes(_slip(browser, server))
            print(folder / "slip.png")


@contextmanager
def _server() -> Iterator[Server]:
    """Give a server with the starter guides, strange ones, and the real ones where they are at hand."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        server = Server(home)
        server.command("prepare")
        server.command("guides", "import", str(write_strange_guides(home / "strange.jsonl")))
        if REAL.exists():
            server.command("guides", "import", str(REAL))
        server.start()
        yield server
        server.kill()


def _picture(browser: Browser, server: Server, screen: str, look: Look) -> bytes:
    with looked_at(browser, server, screen, look) as page:
        page.wait_for_timeout(400)  # what was pressed fades
        return page.screenshot()


def _desk(browser: Browser, server: Server, folder: Path) -> None:
    desk_screens.fill_queue(browser, server)
    for name, show in desk_screens.SCREENS.items():
        with desk_screens.at_the_desk(browser, server, DESK) as page:
            show(page)
            page.wait_for_timeout(400)
            (folder / f"{name}.png").write_bytes(page.screenshot())
            print(folder / f"{name}.png")


def _slip(browser: Browser, server: Server) -> bytes:
    """Give the printed slip as A5 paper would show it."""
    with looked_at(browser, server, "guide-papers", A5) as page:
        page.emulate_media(media="print")
        page.evaluate("document.body.style.cssText = 'padding: 10mm; min-height: 210mm'")
        return page.screenshot(full_page=True)


def _write_docs(browser: Browser, server: Server, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, screen in IN_DOCS.items():
        picture = with_palette(_picture(browser, server, screen, Look(scale=1)))
        (folder / f"{name}.png").write_bytes(picture)
        print(f"{folder / name}.png {len(picture)} bytes")


if __name__ == "__main__":
    main()
