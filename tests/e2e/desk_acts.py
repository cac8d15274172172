"""What an officer of the commune does at the desk's computer."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Open
from tests.e2e.server import Server

PASSWORD = "bốn con trâu ăn cỏ"
DESK = {"width": 1280, "height": 800}


def invite(server: Server, name: str, *, commune: str = "17728") -> str:
    """Invite an officer of a commune; give the path of the one-time link."""
    said = server.command("people", "invite", name, "--role", "desk_officer", "--commune", commune)
    path = re.search(r"https?://[^/]+(/\S+)", said)
    assert path, said
    return path.group(1)


def take_up(page: Page, server: Server, invitation: str) -> None:
    """Open the one-time link and choose a password."""
    page.goto(server.address + invitation)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form .main-action").click()
    page.wait_for_url(re.compile(r"/vi/(?!invitation)"))


def sit_down(server: Server, phone: Open, *, name: str = "Quàng Văn Mẫu") -> Page:
    """Invite an officer, take up the invitation, and open the queue of the commune."""
    page = phone(f"desk-{name}").pages[0]
    page.set_viewport_size(DESK)
    take_up(page, server, invite(server, name))
    page.goto(f"{server.address}/vi/desk/")
    return page


def rows(page: Page) -> Locator:
    """Give the rows of the queue."""
    return page.locator(".desk-table tbody tr")


def open_first(page: Page, *, tab: str = "new") -> None:
    """Open the dossier of a tab that has waited longest, and begin to check it."""
    page.goto(re.sub(r"(/vi/desk/).*", rf"\1?tab={tab}", page.url))
    rows(page).first.locator("a").click()
    expect(page.locator(".desk-check")).to_be_visible()


def mark_right(page: Page, *, but: str | None = None) -> None:
    """Mark every item right, but one."""
    for label in page.locator(".desk-check label.mark.right").all():
        if label.get_attribute("for") != f"right-{but}" and label.is_visible():
            label.click()


def give_back(page: Page, item: str, *, reason: str, note: str) -> None:
    """Return one item with a reason and a note; all others are right."""
    mark_right(page, but=item)
    page.locator(f'label[for="back-{item}"]').click()
    page.locator(f'label[for="{reason}-{item}"]').click()
    page.locator(f'[name="note.{item}"]').fill(note)
    press(page, "return_items")


def press(page: Page, verb: str) -> None:
    """Press the button of one move and wait for what the server says."""
    with page.expect_navigation():
        page.locator(f'button[name="verb"][value="{verb}"]').click()
