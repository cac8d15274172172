"""The screens of a form: its questions, what is wrong, its parts, the review, the sheet for the portal."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e import form_acts
from tests.e2e.work_screens import Work

FORM = "forms/khai-sinh/1"


def form(work: Work) -> None:
    """Show the first part, nothing typed."""
    expect(work.open(FORM).locator("[data-paged]")).to_be_visible()


def form_errors(work: Work) -> None:
    """Leave the first part with a number that is too short and questions that are open."""
    form(work)
    page = work.page
    form_acts.answer_all(page, {"applicant-has-id": "yes", "applicant-id": "00000000001"})
    form_acts.go_on(page)
    expect(page.locator('[data-ref="form-problems.summary"]')).to_be_visible()


def form_parts(work: Work) -> None:
    """Open the list of parts in the middle of a draft."""
    work.draft("Vi Mẫu Bảo")
    work.page.locator('[data-ref="form-sections.toggle"]').click()
    expect(work.page.locator('[data-ref="form-sections.overview"]')).to_be_visible()


def form_papers(work: Work) -> None:
    """Show the part with the papers."""
    form(work)
    page = work.page
    page.locator('[data-ref="form-sections.toggle"]').click()
    page.locator('[data-ref="form-sections.go"]:visible').last.click()
    form_acts.answer_all(page, form_acts.PAPERS)


def form_full(work: Work) -> None:
    """Type on a phone that cannot keep it."""
    form(work)
    work.page.evaluate(
        "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('', 'QuotaExceededError') } }"
    )
    form_acts.answer(work.page, "applicant-name", "Lò Thị Thử Nghiệm")
    expect(work.page.locator('[data-ref="save-draft.state"] [data-state="full"]')).to_be_visible()


def review(work: Work) -> None:
    """Look through a draft in which something is missing, without a commune."""
    work.draft("Vi Mẫu Bảo")
    page = work.page
    page.goto(page.url.replace("/1#", "/1/review#"))
    expect(page.locator('[data-ref="review-form.form"]')).to_be_visible()
    page.locator('[data-ref="review-form.acts"] button:visible').click()
    expect(page.locator('[data-ref="review-form.commune-wrong"]')).to_be_visible()


def portal(work: Work) -> None:
    """Open a sheet whose answers are not on this phone."""
    page = work.open(f"{FORM}/portal#00000000-0000-4000-8000-000000000000")
    expect(page.locator('[data-ref="portal-sheet.opened"] [data-state="gone"]')).to_be_visible()


SCREENS: dict[str, Callable[[Work], None]] = {
    "form": form,
    "form-errors": form_errors,
    "form-parts": form_parts,
    "form-papers": form_papers,
    "form-full": form_full,
    "review": review,
    "portal-sheet-gone": portal,
}
