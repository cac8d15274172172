"""What was read, ticked, answered and chosen on this phone outlives a killed browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e import acts, kept
from tests.e2e.browser import kill_browser
from tests.e2e.conftest import Open
from tests.e2e.server import Server

COMMUNE = "17728"
GUIDE = "/vi/guides/1.001193"


def test_ticks_and_answers_outlive_a_killed_browser(server: Server, phone: Open, tmp_path: Path) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    acts.go(page, server.address + GUIDE)
    _tick(page, "form").check()
    _answer(page, "filing", "online").check()
    expect(_tick(page, "form")).to_be_hidden()
    expect(_tick(page, "e-form")).to_be_visible()
    expect(page.locator('[data-ref="announce.polite"]')).to_contain_text("giấy")
    _tick(page, "e-form").check()
    page.wait_for_function("() => document.querySelector('[data-ref=\"checklist.full\"]').hidden")
    page.wait_for_timeout(1_000)
    kill_browser(tmp_path / "profile")
    server.kill()

    page = phone().pages[0]
    acts.go(page, server.address + GUIDE)
    expect(_answer(page, "filing", "online")).to_be_checked()
    expect(_tick(page, "e-form")).to_be_checked()
    expect(_tick(page, "form")).to_be_hidden()
    _answer(page, "filing", "counter").check()
    expect(_tick(page, "form")).to_be_visible()
    expect(_tick(page, "form")).to_be_checked()
    expect(page.locator('[data-ref="checklist.count"]')).to_contain_text("1/")


def test_the_next_family_is_not_told_of_the_papers_of_the_last(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    before = page.locator('[data-ref="checklist.before"]')
    acts.visit(page, server.address + GUIDE)
    _tick(page, "form").check()
    _answer(page, "filing", "counter").check()
    expect(before).to_be_hidden()
    page.wait_for_timeout(1_000)
    page.reload()
    expect(before).to_be_visible()
    before.get_by_role("button").click()
    expect(before).to_be_hidden()
    expect(_tick(page, "form")).not_to_be_checked()
    expect(_answer(page, "filing", "counter")).not_to_be_checked()
    page.wait_for_timeout(1_000)
    page.reload()
    expect(page.locator('[data-part="print-page"]')).to_be_visible()
    expect(before).to_be_hidden()


def test_guides_read_last_stand_on_home(server: Server, phone: Open, tmp_path: Path) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    expect(page.locator('[data-part="recent-list"]')).to_be_hidden()
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    for code in ("1.001193", "1.000894", "1.001193"):
        acts.go(page, f"{server.address}/vi/guides/{code}")
        page.wait_for_timeout(300)
    page.wait_for_timeout(700)
    kill_browser(tmp_path / "profile")
    server.kill()

    page = phone().pages[0]
    acts.go(page, f"{server.address}/vi/")
    recent = page.locator('[data-ref="recent-list.rows"] > [data-key]')
    expect(recent).to_have_count(2)
    expect(recent.first).to_contain_text("Đăng ký khai sinh")
    recent.last.locator("a").click()
    page.wait_for_url("**/vi/guides/1.000894")


def test_values_of_the_chosen_commune_stand_on_the_guide(server: Server, phone: Open, tmp_path: Path) -> None:
    _state_days(server, tmp_path, 2)
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    acts.keep_packs(page, f"{server.address}/en/phone", "ho-tich")
    time = page.locator('[data-ref="commune-values.time"]')
    acts.go(page, server.address + GUIDE)
    expect(time).to_be_hidden()
    acts.choose_commune(page, f"{server.address}/vi/communes/{COMMUNE}")
    expect(page.locator("main")).to_contain_text("2 ngày")
    name = acts.main_of(page).inner_text()
    server.kill()
    acts.go(page, server.address + GUIDE)
    for words in ("2 ngày", "Bảng niêm yết (bịa)", "07/2026", name):
        expect(time).to_contain_text(words)
    acts.go(page, f"{server.address}/vi/guides/1.000894")
    expect(time).to_be_hidden()
    acts.go(page, f"{server.address}/en/guides/1.001193")
    expect(time).to_contain_text("2 days")
    expect(time).to_contain_text("Notice board (invented)")

    acts.go(page, f"{server.address}/vi/communes/{COMMUNE}")
    page.locator('[data-ref="choose-commune.forget"]').click()
    expect(page.locator('[data-ref="choose-commune.choose"]')).to_be_visible()
    assert kept.rows(page, "communes") == []
    acts.go(page, server.address + GUIDE)
    expect(time).to_be_hidden()


def test_values_of_the_chosen_commune_are_fetched_again_after_a_day(
    server: Server, phone: Open, tmp_path: Path
) -> None:
    _state_days(server, tmp_path, 2)
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    acts.choose_commune(page, f"{server.address}/vi/communes/{COMMUNE}")
    _state_days(server, tmp_path, 4)
    time = page.locator('[data-ref="commune-values.time"]')
    acts.go(page, server.address + GUIDE)
    expect(acts.signal(page)).to_have_attribute("data-state", "online")
    page.wait_for_load_state("networkidle")
    [commune] = kept.rows(page, "communes")
    assert "2 ngày" in str(commune["values"])
    kept.put_row(page, "communes", {**commune, "saved_at": "2026-01-01T00:00:00Z"})
    with page.expect_response(f"**/offline/communes/{COMMUNE}"):
        acts.go(page, server.address + GUIDE)
    page.wait_for_load_state("networkidle")
    acts.go(page, server.address + GUIDE)
    expect(time).to_contain_text("4 ngày")


def _state_days(server: Server, folder: Path, days: int) -> None:
    values = folder / "values.csv"
    values.write_text(f"code,duration_days\n1.001193,{days}\n", encoding="utf-8")
    said = ("--commune", COMMUNE, "--source", "Bảng niêm yết (bịa)", "--source-en", "Notice board (invented)")
    server.command("communes", "values", str(values), *said, "--stated-on", "2026-07")


def _tick(page: Page, paper: str) -> Locator:
    return page.locator(f'[data-ref="checklist.tick"][value="{paper}"]')


def _answer(page: Page, question: str, option: str) -> Locator:
    return page.locator(f'[data-ref="cases.answer"][name="{question}"][value="{option}"]')
