"""How long importing the reference procedures and building packs and release takes, and their sizes."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from backend import create_app
from backend.commands.forms import publish_starter
from backend.commands.guides import bring_in, load_starter
from backend.domain import communes, keys, packs, releases
from backend.formats.units_files import read_units
from backend.settings import ROOT, read
from backend.storage.database import upgrade
from backend.web import release

REFERENCE = Path(os.environ.get("TIEPSUC_REFERENCE") or ROOT.parent / "shared" / "data") / "procedures"


def main() -> None:
    """Measure on an empty SQLite database in a temporary folder."""
    with tempfile.TemporaryDirectory() as home:
        app = create_app(read({"TIEPSUC_HOME": home, "LOG_LEVEL": "error"}))
        with app.app_context():
            upgrade()
            row("units, first time", lambda: communes.load_units(read_units()))
            row("units, again", lambda: communes.load_units(read_units()))
            keys.make_missing()
            row("12 starter guides", load_starter)
            row("3 starter forms", publish_starter)
            for name in ("commune-practical.jsonl.gz", "portal-2026-07.jsonl.gz"):
                row(f"import {name}", lambda name=name: bring_in(REFERENCE / name))
                row(f"import {name}, again", lambda name=name: bring_in(REFERENCE / name))
                row("packs, both languages", release.build_packs)
                row("release", release.build_release)
                sizes()


def row(what: str, do: Callable[[], object]) -> None:
    """Do it once and print how long it took."""
    started = time.perf_counter()
    do()
    print(f"| {what} | {time.perf_counter() - started:.1f} s |", flush=True)


def sizes() -> None:
    """Print what a phone would download."""
    offered = packs.on_offer("vi")
    total = sum(pack.bytes for pack in offered)
    print(f"| {len(offered)} packs (vi), {sum(p.guides for p in offered)} guides | {total / 1000:.0f} kB |")
    current = releases.current()
    assert current is not None
    for file in current.manifest["files"]:
        if file["kind"] in ("pages", "catalogue"):
            size = len(releases.file(file["sha256"]))
            print(f"| {file['kind']} {file.get('language', '')} | {size / 1000:.1f} kB |")


main()
