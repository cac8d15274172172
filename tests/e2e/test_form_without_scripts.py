"""The same form as plain HTML: filled in, sent and received without a line of script."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.conftest import Open
from tests.e2e.server import Server


def test_a_form_is_sent_without_scripts(server: Server, phone: Open) -> None:
    page = phone(java_script_enabled=False).pages[0]
    acts.go(page, f"{server.address}/vi/guides/1.001193")
    page.get_by_role("link", name="Làm tờ khai").first.click()
    for answers in form_acts.SECTIONS:
        form_acts.answer_all(page, answers)
    form_acts.field(page, "child-birth-date").locator('[name="child-birth-date.month"]').fill("13")
    _send(page)
    expect(page.locator('[data-ref="form-problems.summary"]')).to_be_visible()
    expect(page.locator('[data-ref="form-problems.summary"] a')).to_have_count(1)
    expect(form_acts.field(page, "child-name").locator("input")).to_have_value("Vi Mẫu Bảo")

    form_acts.answer(page, "child-birth-date", ("3", "11", "2026"))
    _send(page)
    page.wait_for_url("**/vi/receipts")
    code = page.locator("figcaption strong").inner_text()
    assert code.startswith("TS")
    acts.go(page, server.address + form_acts.FORM)
    for answers in form_acts.SECTIONS:
        form_acts.answer_all(page, answers)
    _send(page)
    page.wait_for_url("**/vi/receipts")
    assert page.locator("figcaption strong").first.inner_text() == code

    desk = desk_acts.sit_down(server, phone)
    expect(desk_acts.rows(desk)).to_have_count(1)
    desk_acts.open_first(desk)
    for words in form_acts.TYPED[:3]:
        expect(desk.locator(".desk-answers")).to_contain_text(words)


def _send(page: Page) -> None:
    page.locator('[name="commune"]').fill("Cát Ngạn")
    for box in page.locator('input[name="consent"]').all():
        box.check()
    page.locator('[data-ref="fill-form.next"]').click()
