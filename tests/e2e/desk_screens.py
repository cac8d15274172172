"""The screens of the desk: the queue, a dossier under check, the sheet for the portal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.e2e import desk_acts, form_acts
from tests.e2e.bad_link import BadLink
from tests.e2e.look import Look
from tests.e2e.server import Server
from tests.e2e.work_screens import Work

OFFICER = "Quàng Văn Mẫu"
HELPED = ("Lò Thị Thử", "Ngân Văn Mẫu", "Hà Thị Thử")
"""Invented people whose forms are sent before everything is filled in."""


def fill_queue(browser: Browser, server: Server) -> None:
    """Send a whole birth form and some that ask for help, from a phone."""
    link = BadLink(server.port)
    context = browser.new_context(locale="vi-VN", service_workers="block")
    context.set_default_timeout(15_000)
    try:
        work = Work(context.new_page(), link, "vi")
        form_acts.fill_birth_form(work.open("forms/khai-sinh/1"))
        form_acts.queue(work.page)
        for child in HELPED:
            work.send(child)
        for child in ("Vi Mẫu Bảo", *HELPED):
            work.item(child, "received")
    finally:
        context.close()
        link.close()


@contextmanager
def at_the_desk(browser: Browser, server: Server, look: Look) -> Iterator[Page]:
    """Give a fresh browser in which an officer has just taken up an invitation."""
    context = browser.new_context(
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.scale,
        color_scheme="dark" if look.dark else "light",
        locale="vi-VN",
    )
    context.set_default_timeout(15_000)
    try:
        page = context.new_page()
        desk_acts.take_up(page, server.address + desk_acts.invite(server, OFFICER))
        page.goto(f"{server.address}/{look.lang}/desk/")
        yield page
    finally:
        context.close()


def queue(_page: Page) -> None:
    """Show the dossiers that wait."""


def dossier(page: Page) -> None:
    """Show the whole form, some of it marked right and one answer on its way back."""
    page.locator(".desk-table a", has_text="Vi Mẫu Bảo").click()
    for mark in page.locator(".desk-answers label.mark.right:visible").all()[:6]:
        mark.click()
    page.locator('label[for="back-child-home-place"]').click()
    page.locator('label[for="unclear-child-home-place"]').click()


def helped_dossier(page: Page) -> None:
    """Open a dossier in which nearly everything is missing; its one answer is on its way back."""
    page.locator(".desk-table a", has_text=HELPED[0]).click()
    page.locator('label[for="back-child-name"]').click()
    page.locator('label[for="unclear-child-name"]').click()


def portal(page: Page) -> None:
    """Show the sheet of the whole form, after everything was found right."""
    page.locator(".desk-table a", has_text="Vi Mẫu Bảo").click()
    desk_acts.mark_right(page)
    desk_acts.press(page, "complete")
    page.goto(re.sub(r"(/dossiers/\w+).*", r"\1/portal", page.url))


SCREENS = {"desk-queue": queue, "desk-dossier": dossier, "desk-portal": portal}
"""In this order: the last one moves the dossier on."""
