"""What was typed stands in clear neither in the browser's profile nor in the server's files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e import acts, desk_acts, form_acts
from tests.e2e.conftest import Open
from tests.e2e.server import Server

HARMLESS = "Căn cước"


def test_a_draft_and_a_queued_form(server: Server, phone: Open, tmp_path: Path) -> None:
    context = phone()
    page = context.pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.keep_packs(page, f"{server.address}/vi/phone", "ho-tich")
    server.kill()
    acts.go(page, server.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    form_acts.queue(page)
    acts.go(page, server.address + form_acts.FORM)
    form_acts.answer_all(page, form_acts.APPLICANT)
    form_acts.until_saved(page)
    context.close()
    profile = tmp_path / "profile"
    assert found_in(profile, HARMLESS), "the search must be able to find what is kept in clear"
    assert not [words for words in form_acts.TYPED if found_in(profile, words)]


def test_what_the_server_received(server: Server, phone: Open) -> None:
    page = phone().pages[0]
    acts.visit(page, f"{server.address}/vi/")
    acts.go(page, server.address + form_acts.FORM)
    form_acts.fill_birth_form(page)
    form_acts.queue(page)
    expect(form_acts.items(page, "received")).to_have_count(1, timeout=40_000)
    desk = desk_acts.sit_down(server, phone)
    desk_acts.open_first(desk)
    expect(desk.locator("h1")).to_contain_text("Vi Mẫu Bảo")
    desk_acts.give_back(desk, "child-home-place", reason="unclear", note="Ghi rõ Bản Thử.")
    server.kill()
    assert found_in(server.home, "17728"), "the search must be able to find what is kept in clear"
    assert not [words for words in form_acts.TYPED if found_in(server.home, words)]


def found_in(folder: Path, words: str) -> list[Path]:
    """Give the files below a folder that hold these words, in UTF-8 or in UTF-16."""
    wanted = (words.encode(), words.encode("utf-16-le"))
    return [path for path in _files(folder) if any(form in path.read_bytes() for form in wanted)]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
