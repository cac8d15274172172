"""The desk in a real browser: open to everyone, by keyboard, and two officers at one dossier."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.e2e import desk_acts, desk_screens
from tests.e2e.axe import violations
from tests.e2e.browser import QUIET
from tests.e2e.look import Look
from tests.e2e.server import Server

LOOKS = (Look(width=1280, height=800, scale=1), Look(lang="en", dark=True, width=1280, height=800, scale=1))


@pytest.fixture
def chromium(chromium_driver: Playwright) -> Iterator[Browser]:
    """Give one browser; each person gets a fresh profile in it."""
    browser = chromium_driver.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
    yield browser
    browser.close()


def test_the_desk_is_open_to_everyone_and_two_officers_do_not_overwrite_each_other(
    chromium: Browser, server: Server
) -> None:
    desk_screens.fill_queue(chromium, server)
    found = []
    for look in LOOKS:
        for name in ("desk-queue", "desk-dossier"):
            with desk_screens.at_the_desk(chromium, server, look) as page:
                desk_screens.SCREENS[name](page)
                found += [f"{name} {look.lang}: {wrong}" for wrong in violations(page)]
    with desk_screens.at_the_desk(chromium, server, LOOKS[0]) as page:
        _a_section_is_right_at_once_but_for_what_is_marked(page)
    with desk_screens.at_the_desk(chromium, server, LOOKS[0]) as page:
        desk_screens.SCREENS["desk-portal"](page)
        for look in LOOKS:
            page.emulate_media(color_scheme="dark" if look.dark else "light")
            page.goto(page.url.replace("/vi/", f"/{look.lang}/"))
            found += [f"desk-portal {look.lang}: {wrong}" for wrong in violations(page)]
        _only_the_code_that_was_asked_about_is_confirmed(page)
    assert not found, "\n".join(found)

    with (
        desk_screens.at_the_desk(chromium, server, LOOKS[0]) as one,
        desk_screens.at_the_desk(chromium, server, LOOKS[0]) as other,
    ):
        for page in (one, other):
            desk_screens.helped_dossier(page)
        desk_acts.press(one, "return_items")
        expect(one.locator(".desk-state")).to_have_class("desk-state returned")
        desk_acts.press(other, "return_items")
        expect(other.locator(".desk-notice")).to_be_visible()
        expect(other.locator(".desk-state")).to_have_class("desk-state returned")


def _a_section_is_right_at_once_but_for_what_is_marked(page: Page) -> None:
    page.locator(".desk-table a", has_text="Vi Mẫu Bảo").click()
    page.locator('label[for="back-child-name"]').click()
    part = page.locator("section", has=page.locator("#item-child-name"))
    part.locator('[data-ref="check-dossier.section"]').press("Enter")
    expect(page.locator("#back-child-name")).to_be_checked()
    needed = part.locator("fieldset[data-needed]").count()
    expect(part.locator("input.pick.right:checked")).to_have_count(needed - 1)
    expect(page.locator('[data-ref="check-dossier.progress"] [data-field="seen"]')).to_have_text(str(needed))


def _only_the_code_that_was_asked_about_is_confirmed(page: Page) -> None:
    button = page.locator('[data-ref="note-code.button"]')
    page.locator("#portal-code").fill("HS 12")
    with page.expect_navigation():
        button.click()
    expect(button.locator('[data-state="sure"]')).to_be_visible()
    page.locator("#portal-code").fill("H41.5-261121-0007")
    expect(button.locator('[data-state="plain"]')).to_be_visible()
    expect(page.locator("#portal-code-notice")).to_be_hidden()
    page.locator("#portal-code").fill("HS 12")
    expect(button.locator('[data-state="sure"]')).to_be_visible()
