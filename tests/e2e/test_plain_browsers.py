"""Without scripts, in an old browser, on plain http: the server's pages do, and one sentence says why."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import acts
from tests.e2e.conftest import Open
from tests.e2e.server import Server

NAME = "tiepsuc.test"
OLD = "Trình duyệt này"


def test_without_scripts_guides_are_found_and_read(server: Server, phone: Open) -> None:
    page = phone(java_script_enabled=False).pages[0]
    acts.go(page, f"{server.address}/vi/")
    page.get_by_role("searchbox").fill("lam lai giay khai sinh")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="trích lục").first.click()
    page.wait_for_url("**/vi/guides/2.000635")
    expect(page.get_by_role("heading", name="Giấy tờ cần mang")).to_be_visible()
    assert page.locator('[data-part="commune-values"] [hidden]').first.is_hidden()

    page.goto(f"{server.address}/vi/")
    page.get_by_role("searchbox").fill("hàn thuyền viên tàu vũ trụ")
    page.get_by_role("button", name="Tìm").click()
    expect(page.locator('[data-ref="search-box.served"]')).to_contain_text("Theo lĩnh vực")


def test_without_scripts_sectors_and_communes_lead_on(server: Server, phone: Open) -> None:
    page = phone(java_script_enabled=False).pages[0]
    acts.go(page, f"{server.address}/vi/sectors/")
    page.get_by_role("link", name="Hộ tịch").click()
    page.get_by_role("link", name="Đăng ký khai sinh").click()
    expect(acts.main_of(page)).to_have_text("Đăng ký khai sinh")
    acts.go(page, f"{server.address}/vi/communes/")
    page.get_by_role("searchbox").fill("cat ngan")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Cát Ngạn").first.click()
    expect(acts.main_of(page)).to_contain_text("Cát Ngạn")
    acts.go(page, f"{server.address}/vi/phone")
    expect(page.locator('[data-part="pack-list"]')).to_be_hidden()


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ("delete window.CompressionStream", OLD),
        ("Object.defineProperty(window, 'indexedDB', {value: undefined})", OLD),
        ("delete Navigator.prototype.serviceWorker", "Cửa sổ này"),
    ],
)
def test_a_browser_that_cannot_keep_pages_says_so(
    server: Server, phone: Open, missing: str, words: str
) -> None:
    context = phone()
    context.add_init_script(missing)
    page = context.pages[0]
    acts.go(page, f"{server.address}/vi/")
    expect(page.locator('[data-part="old-browser"] p:visible')).to_have_count(1)
    expect(page.locator('[data-part="old-browser"]')).to_contain_text(words)
    _expect_search_and_guide(page)
    if words == OLD:
        acts.go(page, f"{server.address}/vi/phone")
        expect(page.locator('[data-part="pack-list"]')).to_be_hidden()


def test_plain_http_says_that_nothing_is_kept(server: Server, phone: Open) -> None:
    page = phone(args=[f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]).pages[0]
    acts.go(page, f"http://{NAME}:{server.port}/vi/")
    expect(page.locator('[data-part="old-browser"] [data-state="insecure"]')).to_be_visible()
    _expect_search_and_guide(page)


def _expect_search_and_guide(page: Page) -> None:
    page.get_by_role("searchbox").fill("dang ky khai sinh")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Đăng ký khai sinh").first.click()
    page.wait_for_url("**/vi/guides/1.001193")
    expect(page.locator("#papers")).to_be_visible()
