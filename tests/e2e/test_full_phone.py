"""A disk that fills: the page says so, nothing is half kept, reading and searching go on."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, CDPSession, Locator, Page, expect

from tests.e2e import acts, form_acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.rebuilt import rebuild
from tests.e2e.server import Server

NEARLY_FULL = "StorageManager.prototype.estimate = async () => ({ usage: 1_000_000, quota: 6_000_000 })"


def test_a_pack_that_would_eat_the_reserve_is_not_even_asked_for(link: BadLink, phone: Open) -> None:
    context = phone()
    context.add_init_script(NEARLY_FULL)
    page = context.pages[0]
    acts.visit(page, f"{link.address}/vi/phone")
    asked = len(link.passed)
    _expect_no_room(page)
    assert not any(passed.path.startswith("/offline/files/") for passed in link.passed[asked:])


def test_a_write_that_fails_leaves_nothing_behind(server: Server, phone: Open) -> None:
    context = phone()
    acts.visit(context.pages[0], f"{server.address}/vi/")
    acts.keep_packs(context.pages[0], f"{server.address}/vi/phone", "chung-thuc")
    before = kept.rows(context.pages[0], "pages")
    context.close()

    context = phone()
    page = context.pages[0]
    _leave_no_room(context, server.address)
    acts.go(page, f"{server.address}/vi/phone")
    _expect_no_room(page)
    assert kept.rows(page, "pages") == before
    assert kept.kept_packs(page) == [("chung-thuc", "vi")]
    acts.go(page, f"{server.address}/vi/communes/17728")
    page.locator('[data-ref="choose-commune.choose"]').click()
    expect(page.locator('[data-ref="choose-commune.state"] [data-state="failed-full"]')).to_be_visible()

    acts.go(page, f"{server.address}/vi/guides/2.000815")
    tick = page.locator('[data-ref="checklist.tick"]').first
    tick.check()
    expect(page.get_by_text("Máy đầy, dấu tích này chưa giữ được")).to_be_visible(timeout=1_000)
    expect(tick).to_be_checked()
    server.kill()
    acts.go(page, f"{server.address}/vi/")
    acts.search(page, "chung thuc ban sao").first.locator("a").click()
    page.wait_for_url("**/vi/guides/2.000815")


def test_what_is_typed_stays_on_the_page_until_there_is_room(server: Server, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer(page, "applicant-name", "Lò Thị Thử")
    form_acts.until_saved(page)
    draft = page.url
    context.close()

    context = phone()
    page = context.pages[0]
    full = _leave_no_room(context, server.address)
    acts.go(page, draft)
    expect(form_acts.field(page, "applicant-name").locator("input")).to_have_value("Lò Thị Thử")
    before = [row["saved_at"] for row in kept.rows(page, "drafts")]
    form_acts.answer(page, "applicant-name", "Lò Thị Thử Nghiệm")
    expect(_saved(page, "full")).to_be_visible(timeout=1_500)
    expect(_saved(page, "kept")).to_be_hidden()
    form_acts.answer(page, "relation", "mother")
    page.locator("h2:visible").first.click()  # leaving a box saves too; below only the button shall
    page.wait_for_timeout(1_500)
    expect(_saved(page, "full")).to_be_visible()
    expect(form_acts.field(page, "applicant-name").locator("input")).to_have_value("Lò Thị Thử Nghiệm")
    assert [row["saved_at"] for row in kept.rows(page, "drafts")] == before

    full.detach()
    page.locator('[data-ref="save-draft.again"]').click()
    expect(_saved(page, "kept")).to_be_visible()
    assert [row["saved_at"] for row in kept.rows(page, "drafts")] > before
    page.reload()
    expect(form_acts.field(page, "applicant-name").locator("input")).to_have_value("Lò Thị Thử Nghiệm")
    expect(form_acts.field(page, "relation").locator("select")).to_have_value("mother")


def test_a_release_that_does_not_fit_leaves_the_old_one(server: Server, link: BadLink, phone: Open) -> None:
    context = phone()
    page = context.pages[0]
    acts.visit(page, f"{link.address}/vi/")
    first = acts.release_of(page)
    second = rebuild(server, "second")
    full = _leave_no_room(context, link.address)
    acts.until_release_failed(page, link)
    assert set(kept.caches(page)) == {f"release-{first}"}
    for path in ("/en/communes/", "/vi/life-events/sinh-con", "/vi/"):
        assert acts.go(page, link.address + path).from_service_worker
    assert acts.release_of(page) == first
    full.detach()
    acts.go(page, f"{link.address}/vi/help")
    expect(acts.notice(page, "switch")).to_be_visible()
    assert set(kept.caches(page)) == {f"release-{first}", f"release-{second}"}


def _leave_no_room(context: BrowserContext, address: str) -> CDPSession:
    """Give the origin less room than it uses, until the session is detached."""
    session = context.new_cdp_session(context.pages[0])
    session.send("Storage.overrideQuotaForOrigin", {"origin": address, "quotaSize": 1})
    return session


def _saved(page: Page, state: str) -> Locator:
    return page.locator(f'[data-ref="save-draft.state"] > [data-state="{state}"]')


def _expect_no_room(page: Page) -> None:
    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "failed-full")
    expect(acts.pack_row(page, "ho-tich")).to_contain_text("Máy đầy")
    assert "ho-tich" not in {pack for pack, _ in kept.kept_packs(page)}
