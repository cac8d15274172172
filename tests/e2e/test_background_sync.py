"""The browser wakes the worker when there is a network again: what waits leaves with no page open."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, CDPSession, Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server

SUBMISSIONS = "/api/v1/submissions"


def test_the_worker_delivers_with_no_page_open(server: Server, link: BadLink, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    acts.visit(page, f"{link.address}/vi/")
    link.spoil("refuse", SUBMISSIONS)
    acts.go(page, link.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    form_acts.queue(page)
    expect(form_acts.items(page, "waiting")).to_have_count(1)

    empty = context.new_page()
    page.close()
    link.mend()
    before = len(link.passed)
    _wake_worker(context, empty, link.address)
    for _ in range(200):
        if _sent(link, before):
            break
        empty.wait_for_timeout(50)
    empty.wait_for_timeout(2_000)
    # The browser's own wake-up may come too, and it repeats what a closed connection cut: always one id.
    sent = _sent(link, before)
    assert len(set(sent)) == 1

    link.spoil("refuse", SUBMISSIONS)
    acts.go(empty, f"{link.address}/vi/outbox")
    expect(form_acts.items(empty, "received")).to_contain_text("TS")
    assert _sent(link, before) == sent, "the page only reads what the worker was answered"
    desk = desk_acts.sit_down(server, phone)
    expect(desk_acts.rows(desk)).to_have_count(1)


def _wake_worker(context: BrowserContext, page: Page, address: str) -> None:
    """Dispatch the browser's own `sync` event to the worker of this address."""
    devtools = context.new_cdp_session(page)
    registration = _registration(devtools, page, address)
    devtools.send(
        "ServiceWorker.dispatchSyncEvent",
        {"origin": address, "registrationId": registration, "tag": "outbox", "lastChance": False},
    )


def _registration(devtools: CDPSession, page: Page, address: str) -> str:
    known: list[str] = []

    def note(event: dict[str, list[dict[str, str]]]) -> None:
        for one in event["registrations"]:
            if one["scopeURL"].startswith(address):
                known.append(one["registrationId"])

    devtools.on("ServiceWorker.workerRegistrationUpdated", note)
    devtools.send("ServiceWorker.enable")
    for _ in range(100):
        if known:
            return known[-1]
        page.wait_for_timeout(50)
    raise AssertionError("the browser knows no worker of this address")


def _sent(link: BadLink, before: int) -> list[str]:
    return [
        f"{passed.method} {passed.path}"
        for passed in link.passed[before:]
        if passed.path.startswith(SUBMISSIONS) and passed.method in ("PUT", "POST")
    ]
