"""Whatever is lost in between, and whoever sends, the desk gets one dossier."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server

SUBMISSIONS = "/api/v1/submissions"
SYNC = "() => navigator.serviceWorker.ready.then((registration) => registration.sync?.register('outbox'))"


def test_a_reply_lost_after_the_commit_gives_one_dossier(server: Server, link: BadLink, phone: Open) -> None:
    page = _queued(phone, link)
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    link.spoil("lose", SUBMISSIONS)
    before = len(link.spoiled("lose"))
    _send_now(page)
    _until(page, lambda: len(link.spoiled("lose")) > before)
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    expect(form_acts.items(page, "received")).to_have_count(0)
    link.mend()
    _send_now(page)
    expect(form_acts.items(page, "received")).to_have_count(1)
    desk = desk_acts.sit_down(server, phone)
    expect(desk_acts.rows(desk)).to_have_count(1)


def test_two_windows_and_the_worker_send_once(server: Server, link: BadLink, phone: Open) -> None:
    page = _queued(phone, link)
    other = page.context.new_page()
    acts.go(other, f"{link.address}/vi/outbox")
    expect(form_acts.items(other, "waiting")).to_have_count(1)
    link.mend()
    before = len(link.passed)
    other.evaluate(f"({SYNC})().catch(() => undefined)")
    for window in (page, other):
        window.evaluate("dispatchEvent(new Event('online'))")
        _send_now(window)
    for window in (page, other):
        expect(form_acts.items(window, "received")).to_have_count(1)
    page.wait_for_timeout(2_000)
    sent = [
        passed
        for passed in link.passed[before:]
        if passed.path.startswith(SUBMISSIONS) and passed.method in ("PUT", "POST")
    ]
    assert len(sent) == 1
    desk = desk_acts.sit_down(server, phone)
    expect(desk_acts.rows(desk)).to_have_count(1)


def test_a_portal_of_the_network_is_never_taken_for_a_receipt(link: BadLink, phone: Open) -> None:
    page = _queued(phone, link)
    link.spoil("html", SUBMISSIONS)
    _send_now(page)
    _until(page, lambda: bool(link.spoiled("html")))
    page.wait_for_timeout(1_000)
    expect(form_acts.items(page, "received")).to_have_count(0)
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    link.mend()
    _send_now(page)
    expect(form_acts.items(page, "received")).to_have_count(1)


def _send_now(page: Page) -> None:
    """Press "send now", which is hidden again as soon as everything has left by itself."""
    page.locator('[data-ref="outbox-list.send"]').evaluate("button => button.click()")


def _queued(phone: Open, link: BadLink) -> Page:
    """Give the outbox of a phone on which one birth form waits, because submissions do not get through."""
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    link.spoil("refuse", SUBMISSIONS)
    acts.go(page, link.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    form_acts.queue(page)
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    return page


def _until(page: Page, happened: Callable[[], bool]) -> None:
    for _ in range(200):
        if happened():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it did not happen within ten seconds")
