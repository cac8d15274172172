"""The screens about own work: drafts, the outbox in its five states, a receipt, a slip that is checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, expect

from tests.e2e import acts, form_acts
from tests.e2e.bad_link import BadLink

SENDING = "**/api/v1/submissions/**"
REFUSED = {"code": "answers_refused", "details": {"fields": [{"field": "mother-birth", "code": "required"}]}}
BUSY = {"code": "too_many_submissions"}


class Work:
    """A phone that is looked at, and what is done on it before."""

    def __init__(self, page: Page, link: BadLink, lang: str) -> None:
        self.page, self.link = page, link
        self.home = f"{link.address}/{lang}"

    def open(self, path: str) -> Page:
        acts.go(self.page, f"{self.home}/{path}")
        return self.page

    def draft(self, child: str) -> None:
        """Write the child's name into a birth form, and nothing else."""
        page = self.open("forms/khai-sinh/1")
        page.locator('[data-ref="form-sections.toggle"]').click()
        page.locator('[data-key="child"] [data-ref="form-sections.go"]').click()
        form_acts.answer(page, "child-name", child)
        form_acts.until_saved(page)

    def send(self, child: str) -> None:
        """Queue a draft as it is: the team looks at it."""
        self.draft(child)
        page = self.page
        page.goto(page.url.replace("/1#", "/1/review#"))
        expect(page.locator('[data-ref="review-form.form"]')).to_be_visible()
        page.locator("#commune_code").select_option(form_acts.COMMUNE)
        for box in page.locator('[data-ref="review-form.consents"] input').all():
            box.check()
        page.locator('[data-ref="review-form.acts"] button[value="incomplete"]').click()
        page.wait_for_url("**/outbox*")

    def item(self, child: str, state: str) -> Locator:
        """Wait until the submission of this child is in a state, and give its row."""
        row = form_acts.items(self.page, state).filter(has_text=child)
        expect(row).to_be_visible()
        return row

    @contextmanager
    def answering(self, status: int, problem: dict[str, object]) -> Iterator[None]:
        """Let the server answer every submission so."""
        body, kind = json.dumps(problem), "application/problem+json"
        self.page.route(SENDING, lambda route: route.fulfill(status=status, content_type=kind, body=body))
        yield
        self.page.unroute(SENDING)


def drafts(work: Work) -> None:
    """Show two drafts of one name, and one of another."""
    for child in ("Vi Mẫu Bảo", "Lò Thị Thử", "Vi Mẫu Bảo"):
        work.draft(child)
    expect(work.open("drafts").locator('[data-ref="draft-list.rows"] > [data-key]')).to_have_count(3)


def draft_asking(work: Work) -> None:
    """Show the question before a draft is deleted."""
    work.draft("Vi Mẫu Bảo")
    work.open("drafts").locator('[data-ref="draft-list.delete"]').click()
    expect(work.page.locator("dialog")).to_be_visible()


def outbox(work: Work) -> None:
    """Show one submission in each of the five states."""
    work.send("Lô Văn Thử")
    work.item("Lô Văn Thử", "received")
    with work.answering(422, REFUSED):
        work.send("Ngân Thị Mẫu")
        work.item("Ngân Thị Mẫu", "refused")
    with work.answering(429, BUSY):
        work.send("Vi Thị Thử")
        aside = work.item("Vi Thị Thử", "waiting")
        expect(aside.locator("small.then")).to_be_visible()  # it was tried: the row is not drawn anew
        aside.locator("summary").click()
        aside.locator('[data-ref="outbox-list.aside"]').click()
        work.item("Vi Thị Thử", "set-aside")
        work.send("Lương Văn Mẫu")
        for _ in range(5):  # each try doubles the wait
            work.page.locator('[data-ref="outbox-list.send"]').click()
            expect(work.page.locator('[data-ref="outbox-list.send"]')).to_be_enabled()
    work.link.spoil("stall", "/api/v1/submissions")
    work.send("Vi Mẫu Bảo")
    work.item("Vi Mẫu Bảo", "sending")
    work.item("Lương Văn Mẫu", "waiting")
    work.page.evaluate("scrollTo(0, 0)")


def outbox_open(work: Work) -> None:
    """Show the timeline of a submission and all that can be done with it."""
    with work.answering(422, REFUSED):
        work.send("Ngân Thị Mẫu")
        work.item("Ngân Thị Mẫu", "refused").locator("summary").click()
    work.page.evaluate("scrollTo(0, 0)")


def needs_you(work: Work) -> None:
    """Show home while a submission waits for the person."""
    with work.answering(422, REFUSED):
        work.send("Ngân Thị Mẫu")
        work.item("Ngân Thị Mẫu", "refused")
    expect(work.open("").locator('[data-ref="needs-you.row"]')).to_be_visible()


def receipt(work: Work) -> None:
    """Show the receipt of a submission that arrived."""
    work.send("Lô Văn Thử")
    row = work.item("Lô Văn Thử", "received")
    row.locator("summary").click()
    row.locator('a[href*="/receipt#"]').click()
    expect(work.page.locator('[data-ref="receipt-sheet.code"]')).to_be_visible()


def receipt_unsent(work: Work) -> None:
    """Show the sheet of a submission that is still on the phone alone."""
    work.link.spoil("refuse", "/api/v1/")
    work.send("Lô Văn Thử")
    key = work.item("Lô Văn Thử", "waiting").get_attribute("data-key")
    expect(work.open(f"receipt#{key}").locator('[data-state="waiting"].verdict')).to_be_visible()


def check(work: Work) -> None:
    """Show that a slip is genuine."""
    receipt(work)
    slip = work.page.evaluate(SLIP)
    expect(work.open(f"check#{slip}").locator('[data-state="right"]')).to_be_visible()


SLIP = """() => new Promise((resolve) => {
  indexedDB.open('tiepsuc').onsuccess = ({ target: { result } }) => {
    const all = result.transaction('outbox').objectStore('outbox').getAll();
    all.onsuccess = () => { result.close(); resolve(all.result[0].slip); };
  };
})"""
"""What the QR of the receipt carries."""


def check_false(work: Work) -> None:
    """Show that a slip is not genuine."""
    expect(work.open("check#no.slip.at-all").locator('[data-state="changed"]')).to_be_visible()


SCREENS: dict[str, Callable[[Work], None]] = {
    "drafts": drafts,
    "draft-asking": draft_asking,
    "outbox": outbox,
    "outbox-open": outbox_open,
    "home-needs-you": needs_you,
    "receipt": receipt,
    "receipt-unsent": receipt_unsent,
    "check": check,
    "check-false": check_false,
}
