"""The screens of people who sign in, and the receipt of a form that was sent without scripts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from playwright.sync_api import Page, expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.server import Server

BOUND = '[data-ref="bind-phone.outcome"] > [data-state="bound"]'
PLAIN = {"child-name": "Vi Mẫu Bảo", "commune": "Cát Ngạn", "consent": "precheck", "incomplete": "yes"}
"""What a browser without scripts posts when the team shall look at the form."""

Show = Callable[[Page, str, Server], None]


def sign_in(page: Page, home: str, _server: Server) -> None:
    """Show the page to sign in after a password that is not right."""
    acts.go(page, f"{home}/sign-in")
    page.locator("#identity").fill("lothithu")
    page.locator("#password").fill("không phải mật khẩu")
    page.locator("main form .main-action").click()
    expect(page.locator("#w-sign-in")).to_be_visible()


def invitation(page: Page, home: str, server: Server) -> None:
    """Open a fresh one-time link; nothing is typed."""
    acts.go(page, home.rpartition("/")[0] + _invited(server, "Ngân Thị Mẫu").replace("/vi/", _language(home)))


def me(page: Page, home: str, server: Server) -> None:
    """Show who is signed in on a phone that is now theirs; the link is good for the first look only."""
    link = _invited(server, "Lương Thị Thử")
    acts.go(page, home.rpartition("/")[0] + link)
    if page.locator("main form #password").count():
        desk_acts.type_password(page)
    else:
        acts.go(page, f"{home}/sign-in")
        page.locator("#identity").fill("luongthithu")
        desk_acts.type_password(page)
    acts.go(page, f"{home}/me")
    expect(page.locator(BOUND)).to_be_visible()


def own_receipt(page: Page, home: str, _server: Server) -> None:
    """Show the receipt with its secret in the browser that sent the form."""
    page.context.request.post(f"{home}/forms/khai-sinh/1", form=PLAIN)
    acts.go(page, f"{home}/receipts")
    expect(page.locator("strong.secret")).to_be_visible()


@cache
def _invited(server: Server, name: str) -> str:
    return desk_acts.invite(server, name, "volunteer", commune=form_acts.COMMUNE)


def _language(home: str) -> str:
    return f"/{home.rpartition('/')[2]}/"


SCREENS: dict[str, Show] = {
    "sign-in": sign_in,
    "invitation": invitation,
    "me": me,
    "receipts-own": own_receipt,
}
