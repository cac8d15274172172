"""A form filled in without signal arrives whole at the desk, comes back, is mended, and is filed."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.browser import kill_browser
from tests.e2e.conftest import Open
from tests.e2e.server import Server

PORTAL_CODE = "H41.5-261121-0007"
NEW_PLACE = "Bản Thử, xã Cát Ngạn, tỉnh Nghệ An"
MENDED = {"child-home-place": NEW_PLACE}
IN_PORTAL_ORDER = [
    *("applicant-name", "applicant-birth", "applicant-id", "relation"),
    *("child-name", "child-birth-date", "child-sex", "child-ethnicity", "child-nationality"),
    *("birth-place", "child-home-place", "mother-name", "mother-birth", "mother-id", "copies-wanted"),
]
PARTS = ["Người đi khai", "Cháu bé", "Người mẹ", "Giấy tờ, bản sao"]
MOVES = [
    "Đánh dấu đủ, sẵn sàng nộp · Quàng Văn Mẫu",
    "Bản sửa tới",
    "Trả lại mục cần sửa · Quàng Văn Mẫu · Quê quán của cháu: Đọc không rõ",
    "Bắt đầu xem · Quàng Văn Mẫu",
    "Hồ sơ tới quầy",
]
"""What the desk says has happened when everything is right, the latest first."""
ASKED_BOX = '[data-ref="form-shown.field"]:not([hidden]) :is(input, select, textarea)'


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
    assert desk_acts.answers(desk) == form_acts.READ
    desk_acts.give_back(desk, "child-home-place", reason="unclear", note="Ghi rõ tên bản.")
    page.goto(f"{server.address}/vi/outbox")
    expect(form_acts.items(page, "returned")).to_have_count(1, timeout=40_000)

    server.kill()
    page.reload()
    form_acts.items(page, "returned").locator('[data-ref="outbox-list.mend"]').click()
    _mends_only(page, "child-home-place", NEW_PLACE)
    expect(form_acts.items(page, "waiting")).to_have_count(1)
    server.start()
    _comes_back(page)
    expect(form_acts.items(page, "received")).to_have_count(2, timeout=40_000)

    desk_acts.open_first(desk)
    assert desk_acts.answers(desk) == form_acts.READ | MENDED
    desk_acts.mark_right(desk)
    desk_acts.press(desk, "complete")
    assert desk_acts.history(desk) == MOVES
    page.goto(f"{server.address}/vi/outbox")
    expect(form_acts.items(page, "complete")).to_have_count(1, timeout=40_000)
    server.kill()
    _copies_from_the_sheet(page)
    server.start()
    desk.locator(".desk-act a.main-action").click()
    desk.locator("#portal-code").fill(PORTAL_CODE)
    desk.locator(".desk-code .main-action").click()
    expect(desk.locator("body")).to_contain_text(PORTAL_CODE)
    page.goto(f"{server.address}/vi/outbox")
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
    assert _asked_in(page, ASKED_BOX) >= set(form_acts.READ)
    assert _asked_in(page, f"{ASKED_BOX}:enabled:not([readonly])") == {name}
    while page.locator('[data-part="fill-form"]').count():
        form_acts.go_on(page)
        page.wait_for_timeout(300)
    form_acts.queue(page)


def _unspaced(words: str) -> str:
    return "".join(words.split())


def _asked_in(page: Page, boxes: str) -> set[str]:
    """Give the questions to which these boxes belong, in whatever part of the form."""
    names = page.locator(boxes).evaluate_all("boxes => boxes.map(({ name }) => name)")
    return {str(name).partition(".")[0] for name in names}


def _copies_from_the_sheet(page: Page) -> None:
    """Without signal: the answers in the portal's order, one copied, the portal's code kept."""
    form_acts.items(page, "complete").locator('a[href*="/portal#"]').click()
    rows = page.locator('[data-ref="portal-sheet.rows"] > .portal-row')
    expect(rows.first).to_be_visible()
    shown = [row.get_attribute("data-key") for row in rows.all()]
    assert shown == IN_PORTAL_ORDER
    parts = page.locator('[data-ref="portal-sheet.rows"] h3').all_inner_texts()
    assert parts == PARTS
    words = rows.locator('[data-ref="portal-sheet.text"]').all_inner_texts()
    read = form_acts.READ | MENDED
    assert [_unspaced(said) for said in words] == [_unspaced(read[name]) for name in IN_PORTAL_ORDER]

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for name, copied in (("applicant-name", "Lò Thị Thử Nghiệm"), ("applicant-id", "000000000017")):
        row = page.locator(f'[data-ref="portal-sheet.rows"] > [data-key="{name}"]')
        row.locator('[data-ref="portal-sheet.copy"]').click()
        expect(row.locator('[data-state="copied"]')).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == copied
    expect(rows.locator('[data-state="copied"]:visible')).to_have_count(1)

    page.locator("#portal-code").fill(PORTAL_CODE)
    page.locator('[data-ref="portal-sheet.form"] button').click()
    for _ in range(2):
        expect(page.locator('[data-ref="portal-sheet.state"] > [data-state="kept"]')).to_be_visible()
        expect(page.locator("#portal-code")).to_have_value(PORTAL_CODE)
        page.reload()
