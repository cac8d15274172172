"""What an officer of the commune does at the desk's computer."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Open
from tests.e2e.server import Server

PASSWORD = "bốn con trâu ăn cỏ"
DESK = {"width": 1280, "height": 800}


def invite(server: Server, name: str, *roles: str, commune: str = "17728") -> str:
    """Invite somebody of a commune, an officer when no role is named; give the path of the one-time link."""
    asked = [part for role in roles or ("desk_officer",) for part in ("--role", role)]
    said = server.command("people", "invite", name, *asked, "--commune", commune)
    path = re.search(r"https?://[^/]+(/\S+)", said)
    assert path, said
    return path.group(1)


def take_up(page: Page, address: str) -> None:
    """Open the one-time link and choose a password."""
    page.goto(address)
    type_password(page)


def type_password(page: Page) -> None:
    """Type the password, to choose it or to sign in with it, and wait for the page behind."""
    page.locator("#password").fill(PASSWORD)
    page.locator("main form .main-action").click()
    page.wait_for_url(re.compile(r"/(vi|en)/(?!invitation|sign-in)"))


def sit_down(server: Server, phone: Open, *, name: str = "Quàng Văn Mẫu") -> Page:
    """Invite an officer, take up the invitation, and open the queue of the commune."""
    page = phone(f"desk-{name}").pages[0]
    page.set_viewport_size(DESK)
    take_up(page, server.address + invite(server, name))
    page.goto(f"{server.address}/vi/desk/")
    return page


def rows(page: Page) -> Locator:
    """Give the rows of the queue."""
    return page.locator(".desk-table tbody tr")


READ = """lines => Object.fromEntries(lines.map((line) => {
  const value = line.querySelector('.mask > span') ?? line.querySelector('.value');
  return [line.id.replace('item-', ''), value.textContent.trim()];
}))"""
"""Of a personal number, what stands there once it is shown whole."""


def answers(page: Page) -> dict[str, str]:
    """Give what the desk shows of each answer and paper that was given."""
    shown: dict[str, str] = page.locator(".desk-check .line:not(.left-empty .line)").evaluate_all(READ)
    return shown


def history(page: Page) -> list[str]:
    """Give what happened to the dossier, the latest first, without the times."""
    moves = page.locator(".desk-history").first.locator("li > span:not(.second)")
    return [" · ".join(said.split("\n")) for said in moves.all_inner_texts()]


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
