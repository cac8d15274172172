"""A first visit over a 2G-like link: when the guide is readable, and when three packs open offline."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.bench.page_from_phone import opened
from tests.e2e import acts
from tests.e2e.bad_link import BadLink
from tests.e2e.server import Server

RUNS = 3
DOWN = 150_000 // 8
"""Bytes a second that all connections share."""

DELAY = 0.8
"""Seconds before each answer: one round trip of 400 ms to connect and one to ask, for every request."""

SLOWDOWN = 4
GUIDE, PHONE = "/vi/guides/1.001193", "/vi/phone"
PACKS = ("ho-tich", "chung-thuc", "cu-tru")


def main() -> None:
    """Measure from an empty profile each time; taps come at once, without a person's pauses."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = Server(Path(folder) / "home")
        server.home.mkdir()
        server.command("prepare")
        server.start()
        link = BadLink(server.port)
        link.speed, link.delay = DOWN, DELAY
        try:
            found = [
                visit(driver, str(Path(folder) / f"profile-{number}"), link.address) for number in range(RUNS)
            ]
        finally:
            link.close()
            server.kill()
        for place, name in enumerate(("guide readable", "release and three packs kept")):
            print(f"| {name} | {median(times[place] for times in found):.1f} s |", flush=True)


def visit(driver: object, profile: str, address: str) -> tuple[float, float]:
    """Give the seconds until the guide is painted, and until release and packs are kept."""
    context = opened(driver, profile)
    try:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        page.set_default_timeout(60_000)
        started = time.monotonic()
        page.goto(address + GUIDE, wait_until="commit")
        readable = painted(page)
        page.wait_for_function(acts.IN_CONTROL)
        acts.keep_packs(page, address + PHONE, *PACKS)
        return readable, time.monotonic() - started
    finally:
        context.close()


def painted(page: Page) -> float:
    """Give the seconds from the tap to the first paint with text."""
    page.wait_for_load_state("load")
    script = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    while not (milliseconds := page.evaluate(script)):
        page.wait_for_timeout(50)
    return float(milliseconds) / 1000


if __name__ == "__main__":
    main()
