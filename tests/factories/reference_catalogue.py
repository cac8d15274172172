"""The catalogue of all reference procedures and our own guides, made by the real importer."""

from __future__ import annotations

import json
import tempfile
from itertools import groupby
from pathlib import Path
from typing import Any

from backend import create_app
from backend.commands.guides import load_starter
from backend.domain import guides
from backend.formats.guide_files import open_guides
from backend.formats.rows import Accepted
from backend.settings import ROOT, read
from backend.storage.database import db, upgrade

FILES = ("portal-2026-07.jsonl.gz", "catalogue-sample.xlsx", "factsheet-priority.json")
OUR_QUERIES = ROOT / "tests" / "shared" / "search" / "queries.json"
THEIR_QUERIES = Path("search") / "queries-colloquial.json"


def reference_catalogue(reference: Path) -> dict[str, Any]:
    """Bring all procedures of the reference data into an empty database and give its catalogue."""
    with tempfile.TemporaryDirectory() as home:
        app = create_app(read({"TIEPSUC_HOME": home, "TIEPSUC_LOG_LEVEL": "error"}))
        with app.app_context():
            upgrade()
            load_starter()
            for file in FILES:
                _bring_in(reference / "procedures" / file)
            catalogue = guides.catalogue()
            db.session.remove()
            db.engine.dispose()
    return catalogue


def _bring_in(file: Path) -> None:
    rows = (row for row in open_guides(file) if isinstance(row, Accepted))
    for collection, accepted in groupby(rows, key=lambda row: row.collection):
        guides.bring_in((row.guide for row in accepted), collection)


def asked(file: Path) -> list[dict[str, Any]]:
    """Give the queries of a file with what is expected of them."""
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    items: list[dict[str, Any]] = content["items"]
    return items
