"""A new release with a draft open and a full outbox: nothing is lost, nothing changes unasked."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e import acts, form_acts, kept
from tests.e2e.conftest import Open
from tests.e2e.rebuilt import go_back, rebuild
from tests.e2e.server import Server

STORES = ("keyrings", "drafts", "outbox")
WORK = """async (stores) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16)).join(' ');
  const made = ({ id, keyring, saved_at, box, wire }) => ({ id, keyring, saved_at, box, wire });
  const bytes = (_, part) => part instanceof ArrayBuffer ? hex(part) : part;
  const plain = (rows) => JSON.stringify(rows.map(made), bytes);
  const database = await settled(indexedDB.open('tiepsuc'));
  try {
    const found = {};
    for (const store of stores) {
      found[store] = plain(await settled(database.transaction(store).objectStore(store).getAll()));
    }
    return found;
  } finally {
    database.close();
  }
}"""


def test_an_open_draft_and_a_full_outbox(server: Server, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    first = acts.release_of(page)
    server.kill()
    for _ in range(2):
        acts.go(page, f"{server.address}/vi/help")
        acts.go(page, server.address + form_acts.FORM)
        form_acts.fill_birth_form(page)
        form_acts.queue(page)
    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer_all(page, form_acts.APPLICANT)
    form_acts.until_saved(page)
    before = _work(page)
    expect_rows(page, drafts=1, outbox=2)

    # The network lets the new release through, and no submission.
    context.route("**/api/v1/**", lambda route: route.abort())
    second = rebuild(server, "second")
    other = context.new_page()
    acts.go(other, f"{server.address}/vi/help")
    expect(acts.notice(page, "switch")).to_be_visible(timeout=30_000)
    assert acts.release_of(page) == first
    assert _work(page) == before
    expect(form_acts.field(page, "applicant-name").locator("input")).to_have_value("Lò Thị Thử Nghiệm")

    acts.agree(page)
    expect(page.locator(f'meta[name="release"][content="{second}"]')).to_be_attached()
    assert _work(page)["keyrings"] == before["keyrings"]
    expect_rows(page, drafts=1, outbox=2)
    expect(form_acts.field(page, "applicant-name").locator("input")).to_have_value("Lò Thị Thử Nghiệm")
    form_acts.answer(page, "applicant-phone", "0900000000")
    form_acts.until_saved(page)

    assert go_back(server) == first
    acts.go(other, f"{server.address}/vi/outbox")
    expect(acts.notice(other, "switch")).to_be_visible(timeout=30_000)
    acts.agree(other)
    expect(other.locator(f'meta[name="release"][content="{first}"]')).to_be_attached()
    expect_rows(other, drafts=1, outbox=2)
    context.unroute("**/api/v1/**")
    other.locator('[data-ref="outbox-list.send"]').evaluate("button => button.click()")
    expect(form_acts.items(other, "received")).to_have_count(2, timeout=40_000)


def expect_rows(page: Page, **counts: int) -> None:
    """The phone holds so many rows in each store."""
    assert {store: len(kept.rows(page, store)) for store in counts} == counts


def _work(page: Page) -> dict[str, Any]:
    """Everything that the person made, byte by byte; tries to send it may be noted beside it."""
    found: dict[str, Any] = page.evaluate(WORK, list(STORES))
    return found
