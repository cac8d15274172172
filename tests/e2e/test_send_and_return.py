"""A form filled in without signal arrives whole at the desk, comes back, is mended, and is filed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.browser import kill_browser
from tests.e2e.conftest import Open
from tests.e2e.server import Server

PORTAL_CODE = "H41.5-261121-0007"


def test_from_a_house_without_signal_to_the_portal(server: Server, phone: Open, tmp_path: Path) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    server.kill()

    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer_all(page, form_acts.APPLICANT)
    form_acts.go_on(page)
    form_acts.answer(page, "child-name", "Vi Mẫu Bảo")
    form_acts.until_saved(page)
    kill_browser(tmp_path / "profile")

    page = phone().pages[0]
    acts.go(page, f"{server.address}/vi/drafts")
    page.locator('[data-ref="draft-list.rows"] a').click()
    expect(form_acts.field(page, "child-name").locator("input")).to_have_value("Vi Mẫu Bảo")
    for answers in form_acts.SECTIONS[1:]:
        form_acts.answer_all(page, answers)
        form_acts.go_on(page)
    form_acts.queue(page)
    expect(form_acts.items(page, "waiting")).to_have_count(1)

    server.start()
    _comes_back(page)
    expect(form_acts.items(page, "received")).to_contain_text("TS", timeout=40_000)
    _shows_its_receipt(page)

    desk = desk_acts.sit_down(server, phone)
    expect(desk_acts.rows(desk)).to_have_count(1)
    desk_acts.open_first(desk)
    for words in form_acts.TYPED[:3]:
        expect(desk.locator(".desk-answers")).to_contain_text(words)
    desk_acts.give_back(desk, "child-home-place", reason="unclear", note="Ghi rõ tên bản.")
    page.goto(f"{server.address}/vi/outbox")
    expect(form_acts.items(page, "returned")).to_have_count(1, timeout=40_000)

    server.kill()
    page.reload()
    form_acts.items(page, "returned").locator('[data-ref="outbox-list.mend"]').click()
    _mends_only(page, "child-home-place", "Bản Thử, xã Cát Ngạn, tỉnh Nghệ An")
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    server.start()
    _comes_back(page)
    expect(form_acts.items(page, "received")).to_have_count(2, timeout=40_000)

    desk_acts.open_first(desk, tab="in_check")
    expect(desk.locator("#item-child-home-place")).to_contain_text("Bản Thử")
    desk_acts.mark_right(desk)
    desk_acts.press(desk, "complete")
    page.goto(f"{server.address}/vi/outbox")
    expect(form_acts.items(page, "complete")).to_have_count(1, timeout=40_000)
    desk.locator(".desk-act a.main-action").click()
    desk.locator("#portal-code").fill(PORTAL_CODE)
    desk.locator(".desk-code .main-action").click()
    expect(desk.locator("body")).to_contain_text(PORTAL_CODE)
    page.reload()
    expect(form_acts.items(page, "received").first).to_contain_text(PORTAL_CODE, timeout=40_000)


def _comes_back(page: Page) -> None:
    """The page notices the signal as it would when the person looks at it again."""
    page.evaluate("dispatchEvent(new Event('online'))")


def _shows_its_receipt(page: Page) -> None:
    form_acts.items(page, "received").locator("summary").first.click()
    form_acts.items(page, "received").locator("a[href*='/vi/receipt#']").click()
    expect(page.locator('[data-ref="receipt-sheet.verdict"] > [data-state="whole"]')).to_be_visible()
    page.go_back()


def _mends_only(page: Page, name: str, value: str) -> None:
    page.wait_for_url("**/vi/forms/khai-sinh/1#*")
    expect(page.locator('[data-ref="form-returned.notice"]')).to_be_visible()
    box = form_acts.field(page, name).locator("input.box, textarea.box").first
    expect(box).to_be_editable()
    box.fill(value)
    form_acts.until_saved(page)
    editable = page.locator('[data-ref="fill-form.form"] :is(input, select, textarea):visible:not(:disabled)')
    assert {str(found.get_attribute("name")).partition(".")[0] for found in editable.all()} == {name}
    while page.locator('[data-part="fill-form"]').count():
        form_acts.go_on(page)
        page.wait_for_timeout(300)
    form_acts.queue(page)
