"""Pages kept from another time: an unknown markup counts as not kept, a stale bookmark gets a plain word."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e import acts, kept
from tests.e2e.conftest import Open
from tests.e2e.server import Server

GUIDE = "/vi/guides/1.001193"
GONE = "/vi/guides/9.999999"


def test_a_page_of_an_unknown_markup_counts_as_not_kept(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    markup = kept.served_release(page)["markup"]
    _put(page, markup + 1)
    assert not _marked(page, server)
    _put(page, markup - 2)
    assert not _marked(page, server)
    _put(page, markup - 1)
    assert _marked(page, server)
    _put(page, markup + 1)
    server.kill()
    answer = acts.go(page, server.address + GUIDE)
    assert (answer.status, answer.from_service_worker) == (503, True)
    expect(page.get_by_role("heading", name="Chưa có trên máy này")).to_be_visible()


def test_a_page_not_kept_in_one_language_leads_to_the_other(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    server.kill()
    assert acts.go(page, f"{server.address}/en/guides/1.001193").status == 503
    page.locator('main a[hreflang="vi"]').click()
    page.wait_for_url(f"**{GUIDE}")
    expect(acts.main_of(page)).to_have_text("Đăng ký khai sinh")


def test_a_stale_bookmark_is_not_found_or_not_kept(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    answer = acts.go(page, server.address + GONE)
    assert answer.status == 404
    expect(acts.main_of(page)).to_be_visible()
    expect(acts.signal(page)).to_have_attribute("data-state", "online")
    assert acts.go(page, f"{server.address}/vi").url == f"{server.address}/vi/"
    server.kill()
    answer = acts.go(page, server.address + GONE)
    assert answer.status == 503
    assert "content-security-policy" in answer.headers
    page.get_by_role("link", name="Xem trên máy").or_(page.locator('main a[href="/vi/phone"]')).first.click()
    page.wait_for_url("**/vi/phone")
    assert acts.go(page, f"{server.address}/vi/help/").url.endswith("/vi/help/")


def test_a_database_of_a_newer_release_is_read(server: Server, phone: Open) -> None:
    """After a release was taken back, the older one finds a database that has been upgraded meanwhile."""
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    page.evaluate(
        """() => new Promise((resolve, reject) => {
          const request = indexedDB.open('tiepsuc', 2);
          request.onupgradeneeded = () => request.result.createObjectStore('drafts', { keyPath: 'id' });
          request.onsuccess = () => { request.result.close(); resolve(); };
          request.onerror = () => reject(request.error);
        })"""
    )
    acts.expect_pack(page, "ho-tich", "kept")
    acts.fetch_pack(page, "cu-tru")
    acts.expect_pack(page, "cu-tru", "kept")
    server.kill()
    assert acts.go(page, server.address + GUIDE).status == 200


def _put(page: Page, markup: int) -> None:
    row = {"path": GUIDE, "pack": "ho-tich", "title": "Marked", "main": "<h1>Marked</h1>", "markup": markup}
    kept.put_row(page, "pages", row)


def _marked(page: Page, server: Server) -> bool:
    answer = acts.go(page, server.address + GUIDE)
    assert answer.status == 200
    return acts.main_of(page).inner_text() == "Marked"
