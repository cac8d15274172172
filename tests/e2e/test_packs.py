"""Choosing, breaking off, going on with and removing packs on "Trên máy này"."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink
from tests.e2e.conftest import Open
from tests.e2e.server import Server

GUIDE = "/vi/guides/1.001193"
NOT_YET = "Chưa có trên máy này"


def test_a_pack_can_be_broken_off_and_fetched_later(link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/phone")
    acts.expect_pack(page, "ho-tich", "not-kept")
    link.speed = 500
    acts.fetch_pack(page, "ho-tich")
    row = acts.pack_row(page, "ho-tich")
    expect(row).to_contain_text("kB")
    row.locator('[data-ref="pack-list.cancel"]').click()
    expect(row).to_have_attribute("data-stamped", "not-kept", timeout=2_000)

    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "loading")
    page.reload()
    link.mend()
    acts.expect_pack(page, "ho-tich", "not-kept")
    assert (kept.rows(page, "packs"), kept.rows(page, "pages")) == ([], [])

    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "kept")
    expect(page.locator('[data-ref="announce.polite"]')).to_contain_text("Hộ tịch")


def test_a_pack_goes_on_when_the_signal_returns(server: Server, link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/phone")
    acts.expect_pack(page, "ho-tich", "not-kept")
    link.speed = 2_000
    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "loading")
    expect(acts.pack_row(page, "ho-tich").locator("progress")).not_to_have_attribute("value", "0")
    link.drop()
    acts.expect_pack(page, "ho-tich", "failed-network")
    assert kept.rows(page, "packs") == []
    link.spoil("refuse")
    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "failed-network")
    link.mend()
    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "kept")
    server.kill()
    assert acts.go(page, link.address + GUIDE).status == 200


def test_removing_a_pack_asks_first(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/phone")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich", "cu-tru")
    _remove(page, "keep")
    acts.expect_pack(page, "ho-tich", "kept")
    page.keyboard.press("Escape")
    _remove(page, "remove")
    acts.expect_pack(page, "ho-tich", "not-kept")
    assert kept.kept_packs(page) == [("cu-tru", "vi")]
    assert {row["pack"] for row in kept.rows(page, "pages")} == {"cu-tru"}
    server.kill()
    assert acts.go(page, server.address + GUIDE).status == 503
    assert acts.go(page, f"{server.address}/vi/guides/1.004222").status == 200


def test_search_says_which_guides_are_not_on_the_phone(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    row = acts.search(page, "dang ky khai sinh").first
    expect(row).to_contain_text(NOT_YET)
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    acts.go(page, f"{server.address}/vi/")
    row = acts.search(page, "dang ky khai sinh").first
    expect(row).to_contain_text("Đăng ký khai sinh")
    expect(row).not_to_contain_text(NOT_YET)
    acts.go(page, f"{server.address}/en/")
    expect(acts.search(page, "birth certificate").first).to_contain_text("Not on this phone yet")


def _remove(page: Page, answer: str) -> None:
    acts.pack_row(page, "ho-tich").locator('[data-ref="pack-list.remove"]').click()
    dialog = page.locator('[data-ref="pack-list.ask"]')
    expect(dialog).to_contain_text("Hộ tịch")
    dialog.locator(f'button[value="{answer}"]').click()
    expect(dialog).to_be_hidden()
