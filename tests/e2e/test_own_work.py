"""What a person does with the own work on the phone touches exactly the one thing that was meant."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e import acts, form_acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.work_screens import Work

CHILD, OTHER = "Vi Mẫu Bảo", "Lô Văn Thử"
SUBMISSIONS = "/api/v1/submissions"


def test_one_of_two_drafts_with_the_same_name_is_deleted(link: BadLink, phone: Open) -> None:
    work = Work(phone().pages[0], link, "vi")
    for _ in range(2):
        work.draft(CHILD)
    before = {draft["id"] for draft in kept.rows(work.page, "drafts")}
    page = work.open("drafts")
    rows = page.locator('[data-ref="draft-list.rows"] > [data-key]')
    expect(rows).to_have_count(2)
    unwanted = rows.last.get_attribute("data-key")
    wanted = rows.first.get_attribute("data-key")
    assert {wanted, unwanted} == before

    for answer in ("keep", "Escape"):
        rows.last.locator('[data-ref="draft-list.delete"]').click()
        _answer(page, answer)
        expect(rows).to_have_count(2)
        assert {draft["id"] for draft in kept.rows(page, "drafts")} == before
    rows.last.locator('[data-ref="draft-list.delete"]').click()
    _answer(page, "remove")
    expect(rows).to_have_count(1)
    assert [draft["id"] for draft in kept.rows(page, "drafts")] == [wanted]
    page.reload()
    rows.locator("a").click()
    expect(form_acts.field(page, "child-name").locator("input")).to_have_value(CHILD)


def test_set_aside_write_to_a_file_and_delete_one_of_two(link: BadLink, phone: Open, tmp_path: Path) -> None:
    work = Work(phone().pages[0], link, "vi")
    acts.visit(work.page, f"{link.address}/vi/")
    link.spoil("refuse", SUBMISSIONS)
    work.send(CHILD)
    work.send(OTHER)
    page = work.page
    expect(form_acts.items(page, "waiting")).to_have_count(2)
    aside = work.item(CHILD, "waiting")
    expect(aside.locator("small.then")).to_be_visible()  # it was tried: the row is not drawn anew
    _open(aside)
    aside.locator('[data-ref="outbox-list.aside"]').click()
    aside = work.item(CHILD, "set-aside")

    link.mend()
    before = len(link.passed)
    page.locator('[data-ref="outbox-list.send"]').evaluate("button => button.click()")
    work.item(OTHER, "received")
    page.reload()
    aside = work.item(CHILD, "set-aside")
    work.item(OTHER, "received")
    unsent = str(aside.get_attribute("data-key"))
    sent = [passed for passed in link.passed[before:] if passed.path.startswith(SUBMISSIONS)]
    assert sent
    assert not any(unsent in passed.path or unsent.encode() in passed.body for passed in sent)

    written = _written(aside, tmp_path)
    assert (written["id"], written["state"]) == (unsent, "set_aside")
    assert written["answers"]["child-name"] == CHILD
    for answer in ("keep", "Escape"):
        _delete(aside)
        expect(page.locator('[data-ref="outbox-list.loss"] > [data-state="unsent"]')).to_be_visible()
        _answer(page, answer)
        expect(aside).to_be_visible()
        assert len(kept.rows(page, "outbox")) == 2
    _delete(aside)
    _answer(page, "remove")
    expect(form_acts.items(page, "set-aside")).to_have_count(0)
    work.item(OTHER, "received")
    (left,) = kept.rows(page, "outbox")
    assert (left["id"] != unsent, left["state"]) == (True, "received")


def _answer(page: Page, answer: str) -> None:
    """Answer the question that is open, with one of its buttons or a key."""
    expect(page.locator("dialog")).to_be_visible()
    if answer == "Escape":
        page.keyboard.press(answer)
    else:
        page.locator(f'dialog [value="{answer}"]').click()
    expect(page.locator("dialog")).to_be_hidden()


def _delete(item: Locator) -> None:
    _open(item)
    item.locator('[data-ref="outbox-list.delete"]').click()


def _written(item: Locator, folder: Path) -> dict[str, dict[str, str]]:
    """Write a submission to a file and read it."""
    _open(item)
    with item.page.expect_download() as download:
        item.locator('[data-ref="outbox-list.export"]').click()
    download.value.save_as(folder / "written.json")
    assert download.value.suggested_filename.endswith(".json")
    found: dict[str, dict[str, str]] = json.loads((folder / "written.json").read_text(encoding="utf-8"))
    return found


def _open(item: Locator) -> None:
    if not item.locator('[data-ref="outbox-list.delete"]').is_visible():
        item.locator("summary").click()
