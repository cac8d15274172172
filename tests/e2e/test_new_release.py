"""A new release while pages are open: nothing changes unasked, and back again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.rebuilt import go_back, rebuild
from tests.e2e.server import Server

TYPED = '[data-ref="search-box.input"]'
GUIDE = "/vi/guides/1.001193"


def test_two_open_tabs_and_back_again(server: Server, phone: Open) -> None:
    context = phone()
    here, there = context.pages[0], context.new_page()
    acts.visit(here, f"{server.address}/vi/")
    acts.keep_packs(here, f"{server.address}/vi/phone", "ho-tich")
    first = acts.release_of(here)
    acts.go(there, f"{server.address}/vi/")
    there.locator(TYPED).fill("khai tử")

    second = rebuild(server, "second")
    assert second != first
    acts.go(here, server.address + GUIDE)
    _expect_only_the_notice(here, first)
    _expect_only_the_notice(there, first)
    _switch(here, second)
    assert _style(here) == "second"
    _expect_own_page(there, first)
    assert _releases(here) == {first, second}
    expect(acts.main_of(here)).to_have_text("Đăng ký khai sinh")
    assert kept.kept_packs(here) == [("ho-tich", "vi")]

    acts.agree(there)
    expect(there.locator(f'meta[name="release"][content="{second}"]')).to_be_attached()
    expect(there.locator(TYPED)).to_have_value("khai tử")
    expect(acts.notice(there, "reload")).to_be_hidden()

    assert go_back(server) == first
    acts.go(there, f"{server.address}/vi/")
    there.locator(TYPED).fill("kết hôn")
    _expect_only_the_notice(there, second)
    acts.go(here, server.address + GUIDE)
    _switch(here, first)
    assert _style(here) == ""
    _expect_own_page(there, second, "kết hôn")
    assert _releases(here) == {first, second}

    third = rebuild(server, "third")
    acts.go(here, server.address + GUIDE)
    _expect_only_the_notice(here, first)
    _switch(here, third)
    assert _releases(here) == {first, third}
    server.kill()
    acts.go(here, server.address + GUIDE)
    assert (acts.release_of(here), _style(here)) == (third, "third")


def test_an_open_page_goes_on_with_scripts_of_its_own_release(server: Server, phone: Open) -> None:
    """Two releases later its files are gone from the phone; until then every part of it still loads."""
    context = phone()
    here, there = context.pages[0], context.new_page()
    acts.visit(here, f"{server.address}/vi/")
    acts.go(there, f"{server.address}/vi/help")
    second = rebuild(server, "second")
    acts.go(here, f"{server.address}/vi/sectors/")
    _switch(here, second)
    server.kill()
    old = there.evaluate("() => document.querySelector('link[rel=stylesheet]').href")
    assert there.evaluate("async (url) => (await fetch(url)).status", old) == 200


def test_a_page_opened_while_the_release_arrives_is_told_too(
    server: Server, link: BadLink, phone: Open
) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    rebuild(server, "second")
    link.speed = 10_000
    acts.go(page, f"{link.address}/vi/help")
    acts.until_release_arrives(page)
    acts.go(page, f"{link.address}/vi/sectors/")
    acts.until_release_arrives(page)
    link.mend()
    expect(acts.notice(page, "switch")).to_be_visible()


def test_with_no_page_open_the_new_release_takes_over_by_itself(server: Server, phone: Open) -> None:
    context = phone()
    acts.visit(context.pages[0], f"{server.address}/vi/")
    second = rebuild(server, "second")
    acts.go(context.pages[0], f"{server.address}/vi/help")
    expect(acts.notice(context.pages[0], "switch")).to_be_visible()
    context.close()
    server.kill()
    page = phone().pages[0]
    acts.go(page, f"{server.address}/vi/help")
    assert acts.release_of(page) == second
    expect(acts.notice(page, "switch")).to_be_hidden()


def _expect_only_the_notice(page: Page, release: str) -> None:
    expect(acts.notice(page, "switch")).to_be_visible()
    page.wait_for_timeout(500)
    assert acts.release_of(page) == release


def _switch(page: Page, release: str) -> None:
    """Agree, and see the page come back in the other release, without a notice."""
    expect(acts.notice(page, "switch")).to_be_visible()
    acts.agree(page)
    expect(page.locator(f'meta[name="release"][content="{release}"]')).to_be_attached()
    page.wait_for_timeout(500)
    expect(acts.notice(page, "switch")).to_be_hidden()
    expect(acts.notice(page, "reload")).to_be_hidden()


def _expect_own_page(page: Page, release: str, typed: str = "khai tử") -> None:
    """The other tab is as it was, and says that it is of the older release."""
    expect(acts.notice(page, "reload")).to_be_visible()
    assert acts.release_of(page) == release
    assert page.locator(TYPED).input_value() == typed
    expect(page.locator('[data-ref="search-box.rows"] > [data-key]').first).to_be_visible()


def _style(page: Page) -> str:
    found: str = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--built')")
    return found.strip()


def _releases(page: Page) -> set[str]:
    return {name.removeprefix("release-") for name in kept.caches(page)}
