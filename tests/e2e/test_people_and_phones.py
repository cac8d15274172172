"""A volunteer's phone carries her name, also when she is signed out; a lost phone is stopped."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e import acts, desk_acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server
from tests.e2e.work_screens import Work

HELPER, OFFICER = "Lương Thị Thử", "Quàng Văn Mẫu"


def test_a_phone_is_bound_goes_on_signed_out_and_is_lost(server: Server, link: BadLink, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    desk_acts.take_up(page, link.address + desk_acts.invite(server, HELPER, "volunteer"))
    expect(page.locator('[data-ref="bind-phone.outcome"] > [data-state="bound"]')).to_be_visible()
    work = Work(page, link, "vi")
    context.clear_cookies()
    work.send("Vi Mẫu Bảo")
    work.item("Vi Mẫu Bảo", "received")

    desk = phone("desk").pages[0]
    desk.set_viewport_size(desk_acts.DESK)
    link_to_desk = desk_acts.invite(server, OFFICER, "desk_officer", "commune_admin")
    desk_acts.take_up(desk, server.address + link_to_desk)
    desk.goto(f"{server.address}/vi/desk/")
    desk_acts.open_first(desk)
    expect(desk.locator(".desk-head")).to_contain_text(f"Người giúp: {HELPER}")
    _report_lost(desk, server)

    work.send("Lô Văn Thử")
    expect(_notice(page, "revoked")).to_be_visible()
    work.item("Lô Văn Thử", "waiting")
    page.reload()
    expect(_notice(page, "revoked")).to_be_visible()
    work.item("Lô Văn Thử", "waiting")
    assert sorted(row["state"] for row in kept.rows(page, "outbox")) == ["received", "waiting"]
    desk.goto(f"{server.address}/vi/desk/")
    expect(desk_acts.rows(desk)).to_have_count(1)
    expect(desk_acts.rows(desk)).to_contain_text("Vi Mẫu Bảo")


def _notice(page: Page, state: str) -> Locator:
    return page.locator(f'[data-ref="outbox-list.notice"] > [data-state="{state}"]')


def _report_lost(page: Page, server: Server) -> None:
    """Go the way of an administrator: people, the phones of one, lost, sure."""
    acts.go(page, f"{server.address}/vi/people")
    page.locator("li.person", has_text=HELPER).locator('a[href$="/phones"]').click()
    page.locator('a[href$="/revoke"]').click()
    page.locator("main form button.delete").click()
    page.wait_for_url("**/phones")
    expect(page.locator("main .trouble")).to_be_visible()
