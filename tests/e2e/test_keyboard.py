"""The whole way by keyboard alone: search, guide, a paper, a pack; the focus is always seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import acts
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server
from tests.e2e.work_screens import Work

MOST_STOPS = 80

UNSEEN_FOCUS = """() => {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const name = focused.outerHTML.slice(0, 120);
  const outlined = [focused, focused.closest('.search')].some((element) => {
    const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : {};
    return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 3;
  });
  if (!outlined) return `no outline: ${name}`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const seen = [top + 4, (top + bottom) / 2, bottom - 4].some((y) => {
    const there = document.elementFromPoint((left + right) / 2, y);
    return there && (focused.contains(there) || there.contains(focused));
  });
  return seen ? null : `under something: ${name}`;
}"""


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until this has the focus; at each stop on the way the focus must be seen."""
    for _ in range(MOST_STOPS):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
        assert page.evaluate(UNSEEN_FOCUS) is None
    raise AssertionError(f"{wanted} is not reached by {key}")


def press(page: Page, wanted: Locator) -> None:
    """Go there by Tab and press Enter."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def test_from_search_to_a_ticked_paper_by_keyboard(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    tab_to(page, page.locator('[data-ref="search-box.input"]'))
    page.keyboard.type("dang ky khai sinh")
    row = page.locator('[data-ref="search-box.rows"] a[href="/vi/guides/1.001193"]')
    expect(row).to_be_visible()
    press(page, row)
    page.wait_for_url("**/vi/guides/1.001193")
    count = page.locator('[data-ref="checklist.count"] [data-field="done"]')
    expect(count).to_have_text("0")

    tab_to(page, page.locator('[data-ref="cases.answer"]').first)
    page.keyboard.press("Space")
    tick = page.locator('[data-ref="checklist.tick"]:visible').first
    tab_to(page, tick)
    page.keyboard.press("Space")
    expect(tick).to_be_checked()
    expect(count).to_have_text("1")


def test_a_pack_is_fetched_and_removed_by_keyboard(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    press(page, page.locator('.tabs a[href="/vi/phone"]'))
    page.wait_for_url("**/vi/phone")
    acts.expect_pack(page, "ho-tich", "not-kept")
    row = acts.pack_row(page, "ho-tich")
    press(page, row.locator('[data-ref="pack-list.download"]'))
    acts.expect_pack(page, "ho-tich", "kept")

    remove = row.locator('[data-ref="pack-list.remove"]')
    expect(remove).to_be_focused()  # the focus stays in the row though its button is another one
    page.keyboard.press("Enter")
    expect(page.locator("dialog .main-action")).to_be_focused()
    page.keyboard.press("Escape")
    expect(remove).to_be_focused()
    acts.expect_pack(page, "ho-tich", "kept")

    page.keyboard.press("Enter")
    tab_to(page, page.locator('dialog [value="remove"]'))
    page.keyboard.press("Enter")
    acts.expect_pack(page, "ho-tich", "not-kept")
    expect(row.locator('[data-ref="pack-list.download"]')).to_be_focused()


@pytest.mark.parametrize("path", ["", "guides/1.001193", "communes/", "phone"])
def test_the_focus_is_seen_at_every_stop_in_both_directions(server: Server, phone: Open, path: str) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/{path}")
    _focus_is_seen(page)


def test_each_page_has_its_heading_before_all_else_in_main(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    for path in ("", "sectors/", "guides/1.001193", "communes/17728", "phone", "help", "not-kept"):
        acts.go(page, f"{server.address}/vi/{path}")
        _headings_are_in_order(page)


def test_the_pages_of_own_work_have_headings_and_a_focus_that_is_seen(link: BadLink, phone: Open) -> None:
    work = Work(phone().pages[0], link, "vi")
    link.spoil("refuse", "/api/v1/")
    work.send("Lô Văn Thử")
    work.draft("Vi Mẫu Bảo")
    draft = work.page.url.partition("#")[2]
    shown = {
        f"forms/khai-sinh/1/review#{draft}": '[data-ref="review-form.form"]',
        f"forms/khai-sinh/1#{draft}": '[data-ref="form-sections.section"]:not([hidden]) h2',
        "drafts": '[data-ref="draft-list.rows"] > [data-key]',
        "outbox": '[data-ref="outbox-list.rows"] > [data-key]',
    }
    for path, there in shown.items():
        page = work.open(path)
        expect(page.locator(there).first).to_be_visible()
        _headings_are_in_order(page)
        _focus_is_seen(page)


def _focus_is_seen(page: Page) -> None:
    """Go through the page with Tab and back again; the focus is seen at each stop."""
    for key in ("Tab", "Shift+Tab"):
        unseen = []
        for _ in range(40):
            page.keyboard.press(key)
            unseen.append(page.evaluate(UNSEEN_FOCUS))
        assert set(unseen) == {None}


def _headings_are_in_order(page: Page) -> None:
    """One heading of the page stands first, and no level is skipped below it."""
    levels = page.locator("main :is(h1, h2, h3, h4):visible").evaluate_all(
        "headings => headings.map(({ localName }) => Number(localName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
