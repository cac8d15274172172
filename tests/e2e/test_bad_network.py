"""Captive portals, cut and changed files, silence: each gets a precise word and changes nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e import acts, kept
from tests.e2e.bad_link import BadLink, Mode
from tests.e2e.conftest import Open
from tests.e2e.rebuilt import NEW_STYLE, rebuild
from tests.e2e.server import Server

FILES = "/offline/files/"
DAMAGED = "Gói tải về bị hỏng giữa đường, máy chưa giữ gì"


def test_a_spoiled_release_is_not_taken_and_the_old_one_goes_on(
    server: Server, link: BadLink, phone: Open
) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    first = acts.release_of(page)
    second = rebuild(server, "second")
    modes: list[Mode] = ["html", "cut", "change", "short"]
    for mode in modes:
        link.spoil(mode, FILES, NEW_STYLE)
        acts.until_release_failed(page, link)
        assert link.spoiled(mode)
        assert set(kept.caches(page)) == {f"release-{first}"}, mode
        expect(acts.notice(page, "switch")).to_be_hidden()
        acts.go(page, f"{link.address}/vi/sectors/")
        assert acts.release_of(page) == first
        expect(acts.signal(page)).to_have_attribute("data-state", "online")
    link.mend()
    acts.go(page, f"{link.address}/vi/help")
    expect(acts.notice(page, "switch")).to_be_visible()
    assert set(kept.caches(page)) == {f"release-{first}", f"release-{second}"}


@pytest.mark.parametrize(
    ("mode", "words"),
    [("html", DAMAGED), ("change", DAMAGED), ("short", DAMAGED), ("cut", "Dừng giữa chừng vì mất sóng")],
)
def test_a_spoiled_pack_is_not_kept_and_can_be_fetched_again(
    link: BadLink, phone: Open, mode: Mode, words: str
) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/phone")
    link.spoil(mode, FILES)
    acts.fetch_pack(page, "ho-tich")
    expect(acts.pack_row(page, "ho-tich")).to_contain_text(words)
    assert (kept.rows(page, "packs"), kept.rows(page, "pages")) == ([], [])
    link.mend()
    acts.fetch_pack(page, "ho-tich")
    acts.expect_pack(page, "ho-tich", "kept")
    assert len(kept.rows(page, "pages")) == 9


def test_a_spoiled_commune_is_not_chosen(link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/communes/17728")
    link.spoil("html", "/offline/communes/")
    page.locator('[data-ref="choose-commune.choose"]').click()
    expect(page.locator('[data-ref="choose-commune.state"] [data-state="failed-changed"]')).to_be_visible()
    assert (kept.rows(page, "communes"), kept.rows(page, "pages")) == ([], [])


def test_a_portal_is_told_from_no_signal(link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    link.spoil("html")
    acts.go(page, f"{link.address}/vi/help")
    expect(acts.signal(page)).to_contain_text("Mạng chặn")
    acts.go(page, f"{link.address}/vi/phone")
    expect(page.locator('[data-ref="pack-list.outcome"] [data-state="empty"]')).to_be_visible()
    link.spoil("refuse")
    acts.go(page, f"{link.address}/vi/help")
    expect(acts.signal(page)).to_contain_text("Không có sóng")
    link.mend()
    acts.go(page, f"{link.address}/vi/help")
    expect(acts.signal(page)).to_contain_text("Có sóng")


def test_a_silent_network_ends_at_the_page_that_says_so(link: BadLink, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{link.address}/vi/")
    link.spoil("stall")
    answer = acts.go(page, f"{link.address}/vi/guides/1.001193")
    assert answer.status == 503
    expect(page.get_by_role("heading", name="Chưa có trên máy này")).to_be_visible()
    acts.go(page, f"{link.address}/vi/")
    acts.search(page, "khai sinh")
