"""Bytes that a phone must download stay within the budgets of the design, as they travel (brotli)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from flask import Flask

from backend.commands.forms import publish_starter
from backend.commands.guides import bring_in, load_starter
from backend.domain import communes, guides, packs, releases
from backend.domain.guides.record import Guide
from backend.formats.units_files import read_units
from backend.settings import ROOT, read
from backend.web import release
from backend.web.assets import build_of
from tests.conftest import opened

KB = 1000
DIST = ROOT / "static" / "dist"
AT_ONCE = re.compile(r"""(?:from|import)["']\./([^"']+)["']""")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Give an app with the real scripts, our own guides and all units, built."""
    settings = read({"TIEPSUC_HOME": str(tmp_path_factory.mktemp("home"))})
    for app in opened(replace(settings, dist=DIST)):
        communes.load_units(read_units())
        load_starter()
        publish_starter()
        release.build_packs()
        release.build_release()
        yield app


def test_scripts_and_styles_are_small(real: Flask) -> None:
    build = build_of(DIST)
    assert sum(map(compressed, scripts_of("every-page"))) <= 6 * KB
    assert sum(map(compressed, scripts_of("every-page", "filling"))) <= 18 * KB
    # Not in the design: what follows the form seals, verifies and sends, and is opened less often.
    assert sum(map(compressed, scripts_of("every-page", "reviewing"))) <= 21 * KB
    assert sum(map(compressed, scripts_of("every-page", "sending"))) <= 24 * KB
    assert compressed(DIST / "service-worker.js") <= 6 * KB
    assert compressed(DIST / Path(build["entries"]["main.css"]).name) <= 8 * KB


def test_a_release_is_small(real: Flask) -> None:
    current = releases.current()
    assert current is not None
    listed = [file for file in current.manifest["files"] if file["kind"] != "catalogue"]
    assert {file["kind"] for file in listed} == {"pages", "asset", "keys", "communes"}
    client = real.test_client()
    total = 0
    for file in listed:
        path = DIST / Path(file["url"]).name
        content = (
            client.get(file["url"]).data if file["url"].startswith(("/offline/", "/vi/", "/en/")) else b""
        )
        total += len(brotli.compress(content)) if content else compressed(path)
    assert 20 * KB < total <= 90 * KB


def test_the_first_guide_page_is_small(real: Flask) -> None:
    """Page, icons inside it, style, and the scripts that a guide loads before it is idle."""
    page = real.test_client().get("/vi/guides/1.001193").data
    files = {*scripts_of("every-page", "reading"), DIST / Path(build_of(DIST)["entries"]["main.css"]).name}
    assert len(brotli.compress(page, quality=5)) + sum(map(compressed, files)) <= 25 * KB


def test_packs_of_the_practical_procedures_are_small(real: Flask, reference: Path) -> None:
    bring_in(reference / "procedures" / "commune-practical.jsonl.gz")
    release.build_packs()
    offered = packs.on_offer("vi")
    assert sum(pack.guides for pack in offered) >= 241
    assert len(offered) == len(packs.GROUPS) == 13
    assert sum(pack.bytes for pack in offered) <= 220 * KB


def test_two_percent_changed_guides_change_only_their_packs(real: Flask, reference: Path) -> None:
    bring_in(reference / "procedures" / "commune-practical.jsonl.gz")
    release.build_packs()
    before = {(pack.pack, pack.language): pack.sha256 for pack in packs.on_offer()}
    changed = [summary for summary in guides.listed() if summary.pack == "giao-thong"][:5]
    guides.bring_in([_renamed(guides.find(summary.code)) for summary in changed], "portal")
    release.build_packs()
    after = {(pack.pack, pack.language): pack.sha256 for pack in packs.on_offer()}
    assert {name for name in after if after[name] != before[name]} == {
        ("giao-thong", "vi"),
        ("giao-thong", "en"),
    }


def scripts_of(*entries: str) -> set[Path]:
    """Give the script of old browsers, these entries, and what they import at once."""
    built = build_of(DIST)["entries"]
    found = {DIST / Path(built["early.js"]).name}
    waiting = [DIST / Path(built[f"{entry}.js"]).name for entry in entries]
    while waiting:
        script = waiting.pop()
        if script not in found:
            found.add(script)
            waiting += [DIST / name for name in AT_ONCE.findall(script.read_text(encoding="utf-8"))]
    return found


def compressed(path: Path) -> int:
    """Give how many bytes a file takes on the way."""
    return len(brotli.compress(path.read_bytes()))


def _renamed(guide: Guide) -> Guide:
    return replace(guide, name={"vi": guide.name["vi"] + " (sửa)"})
