"""A page composed on the phone is, byte for byte and header for header, the page that the server sends."""

from __future__ import annotations

import urllib.request
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from backend.web import kept_pages
from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server

COMMUNE = "17728"
PACKS = ("ho-tich", "chung-thuc", "cu-tru", "xay-dung", "kinh-doanh")
KEPT_BY_RELEASE = {
    *("/", "/sectors/", "/life-events/", "/communes/", "/phone", "/help", "/not-kept"),
    *("/drafts", "/outbox", "/receipt", "/check"),
    *("/life-events/sinh-con", "/life-events/cuoi-hoi", "/life-events/nguoi-than-mat"),
    *("/life-events/chuyen-cho-o", "/life-events/nha-dat", "/life-events/buon-ban"),
    *("/life-events/lam-lai-giay-to", "/life-events/di-hoc-di-lam", "/life-events/can-ho-tro"),
}
ABOUT_THE_WAY = {"connection", "date", "server", "content-length", "vary", "cache-control", "x-request-id"}
"""Headers that speak of this one transport and not of the page."""

FILES = """async ([cache, urls]) => Promise.all(urls.map(
  async (url) => (await (await (await caches.open(cache)).match(url)).json())))"""


@pytest.fixture
def full_phone(server: Server, phone: Open) -> Page:
    """Give a phone with every pack in both languages and one commune."""
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/guides/1.001193")
    for language in ("vi", "en"):
        acts.keep_packs(page, f"{server.address}/{language}/phone", *PACKS)
    acts.choose_commune(page, f"{server.address}/en/communes/{COMMUNE}")
    return page


def test_the_release_keeps_exactly_its_pages_and_files(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    release = kept.served_release(page)
    assert kept.caches(page) == {f"release-{release['id']}": sorted(file["url"] for file in release["files"])}
    for language, pages in _pages_files(page, release).items():
        assert set(pages) == {f"/{language}{path}" for path in KEPT_BY_RELEASE}


def test_every_kept_page_equals_the_served_one(server: Server, full_phone: Page) -> None:
    page = full_phone
    release = kept.served_release(page)
    paths = [path for pages in _pages_files(page, release).values() for path in pages]
    paths += [row["path"] for row in kept.rows(page, "pages")]
    assert len(paths) == 2 * (len(KEPT_BY_RELEASE) + len(PACKS) + 12 + 3 * len(kept_pages.OF_FORM) + 1)
    for path in paths:
        composed = page.goto(server.address + path, wait_until="commit")
        assert composed is not None
        assert composed.from_service_worker, path
        with urllib.request.urlopen(server.address + path) as served:
            assert composed.body() == served.read(), path
            assert {name.lower() for name in served.headers} - ABOUT_THE_WAY == set(composed.headers), path
            for name, value in release["headers"].items():
                assert composed.headers[name.lower()] == served.headers[name] == value, (path, name)


def test_a_query_is_answered_by_the_neutral_page(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    answer = acts.go(page, f"{server.address}/vi/?q=khai+sinh")
    assert answer.from_service_worker
    expect(page.locator('[data-ref="search-box.input"]')).to_have_value("khai sinh")
    expect(page.locator('[data-ref="search-box.rows"] > [data-key]').first).to_be_visible()


def test_the_worker_leaves_what_a_page_sends_alone(link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    acts.go(page, f"{link.address}/vi/help")
    for path in ("/vi/help", "/offline/release"):
        with page.expect_response(link.address + path, timeout=10_000) as sent:
            page.evaluate("path => fetch(path, {method: 'POST', body: 'x'.repeat(5000)})", path)
        assert sent.value.status == 405
        assert not sent.value.from_service_worker
        assert [passed.body for passed in link.passed if passed.method == "POST"][-1] == b"x" * 5000


def _pages_files(page: Page, release: dict[str, Any]) -> dict[str, dict[str, Any]]:
    files = [file for file in release["files"] if file["kind"] == "pages"]
    read = page.evaluate(FILES, [f"release-{release['id']}", [file["url"] for file in files]])
    return {file["language"]: content["pages"] for file, content in zip(files, read, strict=True)}
