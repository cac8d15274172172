"""One visit with signal, then the server is gone and the browser starts cold."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, Request, expect

from tests.e2e import acts, kept
from tests.e2e.browser import open_browser
from tests.e2e.server import Server

COMMUNE = "17728"


@dataclass
class Village:
    """A place without signal: a phone that has visited once, and all that its browser ever asked for."""

    address: str
    page: Page
    headers: dict[str, str]
    asked: list[str] = field(default_factory=list)

    def open(self, path: str, status: int = 200) -> Page:
        """Open a page from the phone; it carries the release's headers and says that there is no signal."""
        answer = acts.go(self.page, self.address + path)
        assert answer.from_service_worker
        assert answer.status == status
        for name, value in self.headers.items():
            assert answer.headers[name.lower()] == value, name
        expect(acts.signal(self.page)).to_have_attribute("data-state", "offline")
        return self.page


@pytest.fixture(scope="module")
def town(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the server of the one visit."""
    home = tmp_path_factory.mktemp("town") / "home"
    shutil.copytree(prepared_home, home)
    server = Server(home)
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="module")
def village(
    town: Server, chromium_driver: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Village]:
    """Give a phone that visited once and kept two packs and a commune; then the server was killed."""
    server, profile = town, tmp_path_factory.mktemp("village")
    asked: list[str] = []

    def listen(request: Request) -> None:
        asked.append(request.url)

    context = open_browser(chromium_driver, profile)
    context.on("request", listen)
    page = context.pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich", "chung-thuc")
    acts.keep_packs(page, f"{server.address}/en/phone", "ho-tich")
    acts.choose_commune(page, f"{server.address}/vi/communes/{COMMUNE}")
    headers = kept.served_release(page)["headers"]
    server.kill()
    context.close()
    context = open_browser(chromium_driver, profile)
    context.on("request", listen)
    yield Village(server.address, context.pages[0], headers, asked)
    context.close()


def test_the_bare_address_leads_home(village: Village) -> None:
    page = village.open("/")
    assert page.url == f"{village.address}/vi/"
    expect(acts.main_of(page)).to_have_text("Hôm nay làm giấy tờ gì?")
    assert "Content-Security-Policy" in village.headers
    expect(acts.signal(page)).to_contain_text("Không có sóng")


def test_words_without_accents_find_a_guide_and_it_opens(village: Village) -> None:
    page = village.open("/vi/")
    rows = acts.search(page, "lam lai giay khai sinh")
    expect(rows.first).to_contain_text("trích lục")
    rows.first.locator("a").click()
    page.wait_for_url("**/vi/guides/2.000635")
    expect(page.locator("#papers input[type=checkbox]").first).to_be_attached()
    expect(acts.signal(page)).to_have_attribute("data-state", "offline")
    page.go_back()
    expect(rows.first).to_be_visible()


def test_a_guide_opens_in_the_other_language(village: Village) -> None:
    page = village.open("/vi/guides/1.001193")
    expect(acts.main_of(page)).to_have_text("Đăng ký khai sinh")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/guides/1.001193")
    expect(acts.main_of(page)).to_have_text("Register a birth")
    expect(acts.signal(page)).to_contain_text("No signal")
    village.open("/")
    assert page.url == f"{village.address}/en/"
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(acts.main_of(page)).to_have_text("Hôm nay làm giấy tờ gì?")


def test_a_guide_that_was_not_kept_says_so(village: Village) -> None:
    page = village.open("/en/guides/2.000815", status=503)
    expect(page.get_by_role("heading", name="Not on this phone yet")).to_be_visible()
    page = village.open("/vi/provinces/40", status=503)
    expect(page.get_by_role("heading", name="Chưa có trên máy này")).to_be_visible()


def test_the_chosen_commune_opens_and_is_named(village: Village) -> None:
    page = village.open("/vi/")
    page.locator('[data-part="commune-name"]').first.click()
    page.wait_for_url(f"**/vi/communes/{COMMUNE}")
    name = acts.main_of(page).inner_text()
    expect(page.locator('[data-ref="choose-commune.forget"]')).to_be_visible()
    village.open(f"/en/communes/{COMMUNE}")
    village.open("/vi/phone")
    expect(page.locator('[data-part="commune-name"]')).to_contain_text(name)


def test_the_storage_page_shows_what_is_kept(village: Village) -> None:
    page = village.open("/vi/phone")
    acts.expect_pack(page, "ho-tich", "kept")
    acts.expect_pack(page, "chung-thuc", "kept")
    acts.expect_pack(page, "cu-tru", "not-kept")
    expect(page.locator('[data-ref="pack-list.outcome"] [data-state="offline"]')).to_be_visible()
    expect(page.locator('[data-field="used"]')).to_contain_text("B")


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/vi/sectors/", "Lĩnh vực"),
        ("/vi/sectors/ho-tich", "Hộ tịch"),
        ("/vi/life-events/", "có việc gì?"),
        ("/vi/life-events/sinh-con", "Sinh con"),
        ("/vi/communes/", "Xã, phường"),
        ("/vi/help", "Tổ giúp"),
        ("/en/help", "How we help"),
    ],
)
def test_every_other_page_opens(village: Village, path: str, heading: str) -> None:
    expect(acts.main_of(village.open(path))).to_contain_text(heading)


def test_a_list_of_communes_is_filtered_by_an_old_name(village: Village) -> None:
    page = village.open("/vi/communes/")
    page.locator('[data-ref="filter-list.input"]').fill("cat ngan")
    expect(page.locator('[data-ref="filter-list.row"]:not([hidden])')).to_have_count(1)


def test_nothing_is_ever_loaded_from_another_origin(village: Village) -> None:
    village.open("/vi/guides/1.000894")
    asked = [urlsplit(url) for url in village.asked]
    assert any(url.path.startswith("/offline/files/") for url in asked), "the worker's requests are not seen"
    assert {f"{url.scheme}://{url.netloc}" for url in asked if url.scheme != "blob"} == {village.address}
