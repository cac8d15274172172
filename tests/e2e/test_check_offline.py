"""A slip of the team is checked on another phone without signal: genuine, changed, and nothing stays."""

from __future__ import annotations

import base64
import json

from playwright.sync_api import Page, expect

from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server
from tests.e2e.work_screens import Work


def test_a_slip_is_judged_on_another_phone_without_signal(server: Server, link: BadLink, phone: Open) -> None:
    sender = Work(phone().pages[0], link, "vi")
    sender.send("Vi Mẫu Bảo")
    sender.item("Vi Mẫu Bảo", "received")
    (sent,) = kept.rows(sender.page, "outbox")
    header, said, signature = sent["slip"].split(".")
    secret = json.loads(base64.urlsafe_b64decode(said + "=="))["secret"]

    page = phone("other").pages[0]
    acts.visit(page, f"{link.address}/vi/")
    server.kill()
    _opens(page, link, sent["slip"], "right")
    code = page.locator('[data-ref="check-slip.code"] [data-field="code"]')
    expect(code).to_be_visible()
    assert "".join(code.inner_text().split()) == sent["code"]
    assert secret not in page.locator("body").inner_text()
    for slip in (
        ".".join((header, _changed(said), signature)),
        ".".join((header, said, _changed(signature))),
    ):
        _opens(page, link, slip, "changed")
        expect(code).to_be_hidden()


def _opens(page: Page, link: BadLink, slip: str, verdict: str) -> None:
    """Open the page as a scanned code does; what it says must be this alone, and its address be empty."""
    page.goto("about:blank")
    acts.go(page, f"{link.address}/vi/check#{slip}")
    shown = page.locator('[data-ref="check-slip.verdict"] > :not([hidden])')
    expect(shown).to_have_attribute("data-state", verdict)
    assert page.url == f"{link.address}/vi/check"


def _changed(part: str) -> str:
    """Change one letter in the middle."""
    middle = len(part) // 2
    return part[:middle] + ("A" if part[middle] != "A" else "B") + part[middle + 1 :]
