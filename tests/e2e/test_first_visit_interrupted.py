"""A first visit that the signal leaves after some seconds keeps all of the release or nothing."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server

BYTES_PER_SECOND = 20_000
"""A whole first visit takes about six seconds at this speed."""


@pytest.mark.parametrize("seconds", [1, 3, 5])
def test_an_interrupted_first_visit_keeps_all_or_nothing(
    server: Server, link: BadLink, phone: Open, seconds: int
) -> None:
    link.speed = BYTES_PER_SECOND
    context = phone(broken_off=True)
    context.pages[0].goto(f"{link.address}/vi/", wait_until="commit")
    time.sleep(seconds)
    server.kill()
    link.spoil("refuse")
    time.sleep(1)
    context.close()

    context = phone()
    _expect_all_or_nothing(context, link.address)

    link.mend()
    server.start()
    page = context.pages[0]
    acts.visit(page, f"{link.address}/vi/")
    release = kept.served_release(page)
    assert kept.caches(page) == {f"release-{release['id']}": sorted(file["url"] for file in release["files"])}
    server.kill()
    link.spoil("refuse")
    acts.go(page, f"{link.address}/en/sectors/")
    expect(acts.main_of(page)).to_have_text("Sectors")
    expect(acts.signal(page)).to_have_attribute("data-state", "offline")


def _expect_all_or_nothing(context: BrowserContext, address: str) -> None:
    page = context.pages[0]
    try:
        acts.go(page, f"{address}/vi/")
    except Error:
        assert _caches_without_the_app(page, address) == {}
    else:
        for path in ("/vi/communes/", "/en/phone", "/en/help"):
            assert acts.go(page, address + path).from_service_worker
        expect(acts.main_of(page)).to_be_visible()
        assert len(kept.caches(page)) == 1


def _caches_without_the_app(page: Page, address: str) -> dict[str, list[str]]:
    """Look from an empty page of the same origin, which no server has to give."""
    page.route("**/empty", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.goto(f"{address}/empty")
    return kept.caches(page)
