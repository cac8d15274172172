"""Fill in the birth form as a volunteer does, with an invented family."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

FORM = "/vi/forms/khai-sinh/1"
COMMUNE = "17728"
Answer = str | tuple[str, str, str]

APPLICANT: dict[str, Answer] = {
    "applicant-name": "Lò Thị Thử Nghiệm",
    "applicant-birth": ("5", "3", "1996"),
    "applicant-has-id": "yes",
    "applicant-id": "000000000017",
    "relation": "mother",
}
CHILD: dict[str, Answer] = {
    "child-name": "Vi Mẫu Bảo",
    "child-birth-date": ("3", "11", "2026"),
    "child-sex": "male",
    "child-ethnicity": "Thái",
    "child-nationality": "Việt Nam",
    "birth-place-kind": "elsewhere",
    "birth-place": "Bản Thử, xã Cát Ngạn, tỉnh Nghệ An",
    "child-home-place": "Xã Cát Ngạn, tỉnh Nghệ An",
}
MOTHER: dict[str, Answer] = {
    "mother-known": "yes",
    "mother-name": "Lò Thị Thử Nghiệm",
    "mother-birth": ("5", "3", "1996"),
    "mother-has-id": "yes",
    "mother-id": "000000000017",
}
FATHER: dict[str, Answer] = {"father-known": "no"}
PAPERS: dict[str, Answer] = {
    "copies-wanted": "no",
    "proof": "paper",
    "birth-record": "have",
    "special-case": "plain",
    "identity": "have",
}
SECTIONS = (APPLICANT, CHILD, MOTHER, FATHER, PAPERS)
READ = {
    "applicant-name": "Lò Thị Thử Nghiệm",
    "applicant-birth": "05/03/1996",
    "applicant-has-id": "Có",
    "applicant-id": "000 000 000017",
    "relation": "Mẹ",
    "child-name": "Vi Mẫu Bảo",
    "child-birth-date": "03/11/2026",
    "child-sex": "Nam",
    "child-ethnicity": "Thái",
    "child-nationality": "Việt Nam",
    "birth-place-kind": "Ở nhà hoặc nơi khác",
    "birth-place": "Bản Thử, xã Cát Ngạn, tỉnh Nghệ An",
    "child-home-place": "Xã Cát Ngạn, tỉnh Nghệ An",
    "mother-known": "Có",
    "mother-name": "Lò Thị Thử Nghiệm",
    "mother-birth": "05/03/1996",
    "mother-has-id": "Có",
    "mother-id": "000 000 000017",
    "father-known": "Không",
    "copies-wanted": "Không",
    "proof": "Tờ giấy",
    "birth-record": "Có rồi",
    "special-case": "Không",
    "identity": "Có rồi",
}
"""All that stands in the sections above, as people read it."""
TYPED = ("Lò Thị Thử Nghiệm", "Vi Mẫu Bảo", "Bản Thử", "000000000017")
"""Words of this family that must stand in clear neither on the phone nor on the server."""


def field(page: Page, name: str) -> Locator:
    """Give the part of the page that asks one question."""
    return page.locator(f'[data-ref="form-shown.field"][data-id="{name}"]')


def answer(page: Page, name: str, value: Answer) -> None:
    """Answer one question, whatever its type."""
    asked = field(page, name)
    expect(asked).to_be_visible()
    if isinstance(value, tuple):
        for part, digits in zip(("day", "month", "year"), value, strict=True):
            asked.locator(f'[name="{name}.{part}"]').fill(digits)
    elif asked.locator("select").count():
        asked.locator("select").select_option(value)
    elif asked.locator(f'input[type="radio"][value="{value}"]').count():
        asked.locator(f'label:has(input[value="{value}"])').click()
    else:
        asked.locator("input.box, textarea.box").first.fill(value)


def answer_all(page: Page, answers: dict[str, Answer]) -> None:
    """Answer these questions in their order; an answer may show the next one."""
    for name, value in answers.items():
        answer(page, name, value)


def until_saved(page: Page) -> None:
    """Wait the second that saving may take; the page then says that the phone has what was typed."""
    page.wait_for_timeout(1_000)
    expect(page.locator('[data-ref="save-draft.state"] > [data-state="kept"]')).to_be_visible()


def go_on(page: Page) -> None:
    """Press the main action of the form."""
    page.locator('[data-ref="fill-form.next"]').click()


def section(page: Page, title: str) -> Locator:
    """Give the heading of the section that is shown, by its words."""
    return page.locator('[data-ref="form-sections.section"]:not([hidden]) h2', has_text=title)


def fill_birth_form(page: Page) -> None:
    """Fill in every section and come to the review."""
    for answers in SECTIONS:
        answer_all(page, answers)
        go_on(page)
    expect(page.locator('[data-part="review-form"]')).to_be_visible()


def queue(page: Page) -> None:
    """Choose the commune, tick the consent, and queue what the review shows."""
    expect(page.locator('[data-ref="review-form.form"]')).to_be_visible()
    page.locator("#commune_code").select_option(COMMUNE)
    for box in page.locator('[data-ref="review-form.consents"] input').all():
        box.check()
    page.locator('[data-ref="review-form.acts"] button:visible').first.click()
    page.wait_for_url("**/vi/outbox*")


def items(page: Page, state: str) -> Locator:
    """Give the rows of the outbox in one state."""
    return page.locator(f'[data-ref="outbox-list.rows"] > [data-stamped="{state}"]')
