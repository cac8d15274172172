"""An app with a small build, a few invented guides and a release."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from backend.domain import communes, guides
from backend.domain.guides.record import Origin
from backend.settings import Settings
from backend.web import release
from tests.conftest import opened
from tests.factories.communes import units
from tests.factories.form import published as published_form
from tests.factories.guide import guide
from tests.page_client import PageClient


def write_build(dist: Path, *, script: str = "one") -> None:
    """Write what the client build would: names with hashes, and a worker."""
    dist.mkdir(parents=True, exist_ok=True)
    names = {"every-page.js": f"every-page-{script}.js", "early.js": "early-1.js", "main.css": "main-1.css"}
    for name in names.values():
        (dist / name).write_text(f"/* {name} */")
    (dist / "sprite.svg").write_text('<svg hidden><symbol id="i-search"/></svg>')
    (dist / "service-worker.js").write_text("/* worker */")
    entries = {name: f"/static/dist/{built}" for name, built in names.items()}
    build = {"entries": entries, "icons": {}, "preload": [], "files": sorted(entries.values())}
    (dist / "build.json").write_text(json.dumps(build))


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    """Give settings with a small build of their own."""
    write_build(tmp_path / "dist")
    return replace(settings, dist=tmp_path / "dist")


@pytest.fixture
def site(settings: Settings) -> Iterator[Flask]:
    """Give an app that serves a release with three guides in two packs, and a form."""
    for app in opened(settings):
        guides.bring_in([guide(), guide("1.900002", sector="Đất đai")], "written")
        guides.bring_in([guide("1.900003", origin=Origin.CATALOGUE)], "catalogue")
        communes.load_units(units())
        published_form()
        release.build_packs()
        release.build_release()
        yield app


@pytest.fixture
def visitor(site: Flask) -> PageClient:
    """Give a client of that site that checks every page it fetches."""
    return PageClient(site)
