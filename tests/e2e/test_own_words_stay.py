"""What was typed is never shown as lost, queued unseen or made twice, in any window and language."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e import acts, form_acts
from tests.e2e.conftest import Open
from tests.e2e.server import Server

NAME = "applicant-name"
COUNT = """async (store) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settled(indexedDB.open('tiepsuc'));
  const count = await settled(database.transaction(store).objectStore(store).count());
  database.close();
  return count;
}"""
EMPTY = """() => new Promise((resolve, reject) => {
  const request = indexedDB.open('tiepsuc');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const writing = request.result.transaction('drafts', 'readwrite');
    writing.objectStore('drafts').clear();
    writing.oncomplete = () => resolve(request.result.close());
  };
})"""
COME_BACK = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
SILENT = "BroadcastChannel.prototype.postMessage = () => undefined"


def test_the_other_language_goes_on_with_the_same_draft(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer(page, NAME, "Lò Thị Thử")
    page.locator(".language a").click()
    page.wait_for_url("**/en/forms/khai-sinh/1#*")
    expect(_name(page)).to_have_value("Lò Thị Thử")
    page.locator('[data-ref="form-sections.toggle"]').click()
    page.locator('[data-ref="fill-form.review"]').click()
    expect(page.locator('[data-ref="review-form.form"]')).to_be_visible()
    page.locator(".language a").click()
    page.wait_for_url("**/vi/forms/khai-sinh/1/review#*")
    expect(page.locator('[data-ref="review-form.form"]')).to_contain_text("Lò Thị Thử")


def test_words_typed_before_the_scripts_are_there_are_kept(server: Server, phone: Open) -> None:
    page = phone(service_workers="block").pages[0]
    held: list[Route] = []
    page.route("**/static/dist/filling-*.js", lambda route: held.append(route))
    acts.go(page, server.address + form_acts.FORM)
    _name(page).fill("Lò Thị Thử")
    page.wait_for_timeout(500)
    for route in held:
        route.continue_()
    form_acts.until_saved(page)
    page.unroute_all()
    page.reload()
    expect(_name(page)).to_have_value("Lò Thị Thử")

    acts.go(page, f"{server.address}/vi/help")
    acts.go(page, server.address + form_acts.FORM)
    expect(page.locator('[data-ref="form-sections.toggle"]')).to_be_visible()
    page.wait_for_timeout(1_000)
    assert page.evaluate(COUNT, "drafts") == 1, "looking at a form makes no draft"


def test_a_change_in_another_window_is_looked_through_before_it_is_queued(
    server: Server, phone: Open
) -> None:
    context = phone()
    context.add_init_script(SILENT)
    page = context.pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.go(page, server.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    other = context.new_page()
    acts.go(other, page.url.replace("/review", ""))
    _go_to(other, "applicant")
    form_acts.answer(other, NAME, "Lò Thị Khác")
    form_acts.until_saved(other)

    page.locator("#commune_code").select_option(form_acts.COMMUNE)
    for box in page.locator('[data-ref="review-form.consents"] input').all():
        box.check()
    send = page.locator('[data-ref="review-form.acts"] button:visible').first
    send.click()
    expect(page.locator('[data-ref="review-form.trouble"] [data-state="changed"]')).to_be_visible()
    expect(page.locator('[data-ref="review-form.form"]')).to_contain_text("Lò Thị Khác")
    assert page.evaluate(COUNT, "outbox") == 0
    send.click()
    page.wait_for_url("**/vi/outbox*")


def test_a_window_with_a_form_that_was_sent_makes_no_second_draft_of_it(server: Server, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.go(page, server.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    other = context.new_page()
    acts.go(other, page.url.replace("/review", ""))
    expect(_name(other)).to_have_value("Lò Thị Thử Nghiệm")
    form_acts.queue(page)
    gone = other.locator('[data-ref="fill-form.notice"] [data-state="gone"]')
    expect(gone).to_be_visible()
    other.locator('[data-ref="form-sections.toggle"]').click()
    other.locator('[data-ref="fill-form.review"]').click()
    other.wait_for_timeout(1_000)
    expect(gone).to_be_visible()
    assert other.evaluate(COUNT, "drafts") == 0


def test_a_list_out_of_the_memory_of_the_browser_is_drawn_anew(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer(page, NAME, "Lò Thị Thử")
    form_acts.until_saved(page)
    acts.go(page, f"{server.address}/vi/drafts")
    rows = page.locator('[data-ref="draft-list.rows"] > [data-key]')
    expect(rows).to_have_count(1)
    page.evaluate(EMPTY)
    page.evaluate(COME_BACK)
    expect(rows).to_have_count(0)


def _name(page: Page) -> Locator:
    return form_acts.field(page, NAME).locator("input")


def _go_to(page: Page, section: str) -> None:
    page.locator('[data-ref="form-sections.toggle"]').click()
    page.locator(
        f'[data-ref="form-sections.entry"][data-key="{section}"] [data-ref="form-sections.go"]'
    ).click()
