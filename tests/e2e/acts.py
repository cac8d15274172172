"""What a person does on the phone, and what the person can see there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Response, expect

from tests.e2e.bad_link import BadLink
from tests.e2e.rebuilt import NEW_STYLE

IN_CONTROL = "() => navigator.serviceWorker?.controller?.state === 'activated'"
NEW_WORKERS = """async () => {
  const { installing, waiting } = await navigator.serviceWorker.getRegistration();
  return [Boolean(installing), Boolean(waiting)];
}"""
SHOWN = ":not([hidden])"


def go(page: Page, address: str) -> Response:
    """Open an address and give its answer."""
    answer = page.goto(address)
    assert answer is not None
    return answer


def visit(page: Page, address: str) -> None:
    """Open an address for the first time and wait until the phone keeps the release."""
    go(page, address)
    page.wait_for_function(IN_CONTROL)


def signal(page: Page) -> Locator:
    """Give the word of the status line that is shown."""
    return page.locator(f'[data-ref="status-line.signal"] > [data-state]{SHOWN}')


def release_of(page: Page) -> str:
    """Give the release that made the page."""
    return page.locator('meta[name="release"]').get_attribute("content") or ""


def main_of(page: Page) -> Locator:
    return page.locator("main h1")


def pack_row(page: Page, pack: str) -> Locator:
    """Give the row of a pack on "Trên máy này"."""
    return page.locator(f'[data-ref="pack-list.rows"] > [data-key="{pack}"]')


def expect_pack(page: Page, pack: str, state: str) -> None:
    """Wait until the row of the pack is in this state."""
    expect(pack_row(page, pack)).to_have_attribute("data-stamped", state)


def fetch_pack(page: Page, pack: str) -> None:
    """Tap on the button of a pack that fetches it."""
    pack_row(page, pack).locator('[data-ref="pack-list.download"]').click()


def keep_packs(page: Page, address: str, *packs: str) -> None:
    """Open "Trên máy này" of one language and fetch these packs, one after another.

    Rows grow while they load: a tap on one below could meet its neighbour.
    """
    go(page, address)
    for pack in packs:
        fetch_pack(page, pack)
        expect_pack(page, pack, "kept")


def choose_commune(page: Page, address: str) -> None:
    """Open the page of a commune and choose it."""
    go(page, address)
    page.locator('[data-ref="choose-commune.choose"]').click()
    expect(page.locator('[data-ref="choose-commune.forget"]')).to_be_visible()


def search(page: Page, words: str) -> Locator:
    """Type words into the search box of home and give the rows that appear."""
    page.locator('[data-ref="search-box.input"]').press_sequentially(words, delay=10)
    rows = page.locator('[data-ref="search-box.rows"] > [data-key]')
    expect(rows.first).to_be_visible()
    return rows


def notice(page: Page, state: str) -> Locator:
    """Give the notice that another release is there, in one of its states."""
    return page.locator(f'[data-part="update-notice"] [data-state="{state}"]')


def until_release_arrives(page: Page) -> None:
    """Wait until a new worker is installing its release."""
    for _ in range(500):
        installing, _waiting = page.evaluate(NEW_WORKERS)
        if installing:
            return
        page.wait_for_timeout(20)
    raise AssertionError("no new release is on its way")


def until_release_failed(page: Page, link: BadLink) -> None:
    """Open a page, and wait until a new worker has asked for its changed style and was given up."""
    before = len(link.passed)
    go(page, f"{link.address}/vi/help")
    for _ in range(500):
        asked = any(passed.path.startswith(NEW_STYLE) for passed in link.passed[before:])
        if asked and page.evaluate(NEW_WORKERS) == [False, False]:
            return
        page.wait_for_timeout(20)
    raise AssertionError("no new release was tried, or it was taken")


def agree(page: Page) -> None:
    """Tap on the button of the notice."""
    page.locator('[data-ref="update-notice.agree"]').click()
