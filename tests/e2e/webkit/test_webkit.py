"""The core in WebKit: without a server, posting past the worker, a database that the browser closes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver.support.wait import WebDriverWait

from tests.e2e.bad_link import BadLink
from tests.e2e.server import Server
from tests.e2e.webkit.phone import Phone

pytestmark = pytest.mark.webkit

GUIDE = "1.001193"
TICKED = '[data-ref="checklist.tick"]:checked'
COUNT = '[data-ref="checklist.count"]'
READY = '[data-part="print-page"]'
"""Shown as soon as the scripts of a guide have started."""

POSTS = """
const { origin } = location;
const bytes = new Uint8Array(200_000).fill(7);
const form = new FormData();
form.append('q', 'khai sinh');
form.append('photo', new Blob([bytes]), 'giay.jpg');
const sent = [];
for (const body of ['{"a":"ế"}', bytes.buffer, new Blob([bytes]), new URLSearchParams({ q: 'ế' }), form]) {
  await fetch(`${origin}/vi/`, { method: 'POST', body }).catch(() => undefined);
}
"""

RAISE_VERSION = """
const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const { version } = (await indexedDB.databases()).find(({ name }) => name === 'tiepsuc');
const ticks = document.querySelectorAll('[data-ref="checklist.tick"]');
ticks[0].click();
const raising = settled(indexedDB.open('tiepsuc', version + 1));
ticks[1].click();
(await raising).close();
ticks[2].click();
await new Promise((resolve) => setTimeout(resolve, 500));
return [version, (await indexedDB.databases()).find(({ name }) => name === 'tiepsuc').version];
"""
"""As a newer release in another tab does it, in the middle of writing."""

WIPE = """
await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
await new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('tiepsuc');
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});
"""
"""As WebKit does it with sites that were not opened for a week."""

FORM = "/vi/forms/khai-sinh/1"
QUESTION = '[data-ref="form-shown.field"]'
SENT = '[data-ref="outbox-list.rows"] > [data-key]'
CHOOSE_AND_AGREE = """
const commune = document.querySelector('#commune_code');
for (let tries = 0; tries < 100 && commune.options.length < 2; tries++) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
commune.value = '17728';
commune.dispatchEvent(new Event('input', { bubbles: true }));
for (const box of document.querySelectorAll('[data-ref="review-form.consents"] input')) box.click();
"""
"""A script on the review page, since this driver cannot choose in a list on a screen in memory."""


@pytest.fixture
def link(server: Server) -> Iterator[BadLink]:
    """Give a road that notes what passes."""
    link = BadLink(server.port)
    yield link
    link.close()


def test_after_one_visit_pages_and_search_open_without_a_server(phone: Phone, server: Server) -> None:
    phone.visit("/vi/")
    phone.open("/vi/phone")
    phone.keep_pack("ho-tich")
    server.kill()

    phone.open("/vi/")
    assert phone.signal == "offline"
    phone.type('[data-ref="search-box.input"]', "lam lai giay khai sinh")
    phone.tap('[data-ref="search-box.rows"] a[href="/vi/guides/2.000635"]')
    phone.until(READY)
    assert phone.signal == "offline"
    assert "trích lục" in phone.text("h1")

    phone.open(f"/vi/guides/{GUIDE}")
    phone.tap('[data-ref="checklist.tick"]')
    assert "1/" in phone.text(COUNT)
    phone.open("/en/phone")
    assert phone.text("h1") == "On this phone"
    phone.open("/vi/guides/2.000815")
    assert phone.text("main h1") == "Chưa có trên máy này"


def test_search_and_an_unread_guide_come_from_the_server(phone: Phone) -> None:
    phone.visit("/vi/")
    phone.type('[data-ref="search-box.input"]', "dang ky ket hon")
    phone.tap('[data-ref="search-box.rows"] a[href="/vi/guides/1.000894"]')
    phone.until(READY)
    assert phone.text("h1") == "Đăng ký kết hôn"


def test_what_is_posted_past_an_active_worker_keeps_its_body(phone: Phone, link: BadLink) -> None:
    phone.address = link.address
    phone.visit("/vi/")
    phone.run(POSTS)
    json, buffer, blob, words, form = (passed.body for passed in link.passed if passed.method == "POST")
    assert json == '{"a":"ế"}'.encode()
    assert buffer == blob == b"\7" * 200_000
    assert words == b"q=%E1%BA%BF"
    assert b"\7" * 200_000 in form
    assert b"khai sinh" in form


def test_a_database_closed_while_writing_is_opened_again(phone: Phone) -> None:
    phone.visit(f"/vi/guides/{GUIDE}")
    phone.until(READY)
    before, after = phone.run(RAISE_VERSION)
    assert after == before + 1
    phone.open(f"/vi/guides/{GUIDE}")
    phone.until(COUNT)
    assert len(phone.driver.find_elements("css selector", TICKED)) == 3


def test_a_wiped_phone_is_filled_again_at_the_next_visit(phone: Phone, server: Server) -> None:
    phone.visit("/vi/phone")
    phone.keep_pack("ho-tich")
    phone.run(WIPE)
    phone.open("/vi/phone")
    phone.keep_pack("ho-tich")
    phone.open(f"/vi/guides/{GUIDE}")
    phone.tap('[data-ref="checklist.tick"]')
    assert "1/" in phone.text(COUNT)


def test_a_form_outlives_a_reload_and_leaves_when_the_server_is_back(phone: Phone, server: Server) -> None:
    phone.visit("/vi/phone")
    phone.keep_pack("ho-tich")
    phone.driver.get(phone.address + FORM)
    phone.type(f'{QUESTION}[data-id="applicant-name"] input', "Lò Thị Thử")
    phone.until('[data-ref="save-draft.state"] > [data-state="kept"]')
    server.kill()

    phone.driver.refresh()
    box = phone.until(f'{QUESTION}[data-id="applicant-name"] input')
    WebDriverWait(phone.driver, 10).until(lambda _driver: box.get_attribute("value") == "Lò Thị Thử")
    phone.tap('[data-ref="form-sections.toggle"]')
    phone.tap('[data-ref="fill-form.review"]')
    phone.until("#commune_code")
    phone.run(CHOOSE_AND_AGREE)
    phone.tap('[data-ref="review-form.acts"] button[value="incomplete"]')
    phone.until(f'{SENT}[data-stamped="waiting"]')

    server.start()
    phone.tap('[data-ref="outbox-list.send"]')
    phone.until(f'{SENT}[data-stamped="received"]')
    assert " TS" in f" {phone.text(SENT)}"
