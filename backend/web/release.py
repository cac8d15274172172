"""Build packs and the release from the guides, templates, translations and scripts of today."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from flask import current_app

from backend.domain import forms, guides, keys, packs, releases
from backend.settings import ROOT
from backend.web import headers, kept_pages
from backend.web.assets import build_of
from backend.web.home_communes import home_communes
from backend.web.language import LANGUAGES
from backend.web.page import fresh_layout
from backend.web.pages.manifest import fresh_manifest


def build_packs() -> int:
    """Build every pack in every language; gives how many changed."""
    by_pack = {
        slug: list(listed)
        for slug, listed in groupby(sorted(guides.listed(), key=_by_pack), key=lambda g: g.pack)
    }
    changed = 0
    for group in packs.GROUPS:
        listed = by_pack.get(group.slug, [])
        for language in LANGUAGES:
            changed += _build_pack(group.slug, listed, language)
    return changed


def build_release(made_from: str | None = None) -> tuple[str, bool]:
    """Build the release and serve it; gives its id and whether another one was served before.

    `made_from` are the inputs as they were before the packs were built: what is imported meanwhile
    then counts as not built yet.
    """
    pages = {language: list(kept_pages.in_release(language)) for language in LANGUAGES}
    catalogue, public_keys = _json(guides.catalogue()), _json(keys.published())
    communes = _json(home_communes())
    assets = list(_assets())
    worker = releases.keep_file((_dist() / "service-worker.js").read_bytes())
    release_id = _digest(
        {
            "pages": {language: [vars(page) for page in kept] for language, kept in pages.items()},
            "layouts": {language: _layout(language, "") for language in LANGUAGES},
            "catalogue": hashlib.sha256(catalogue).hexdigest(),
            "keys": hashlib.sha256(public_keys).hexdigest(),
            "communes": hashlib.sha256(communes).hexdigest(),
            "assets": assets,
            "headers": headers.PAGE,
            "worker": worker.sha256,
        }
    )[:16]
    files = [_pages_file(language, release_id, kept) for language, kept in pages.items()]
    files.append({**_kept("catalogue", catalogue), "url": "/offline/catalogue"})
    files.append({**_kept("keys", public_keys), "url": "/offline/keys"})
    files.append({**_kept("communes", communes), "url": "/offline/communes"})
    manifest = {
        "id": release_id,
        "markup": packs.MARKUP,
        "languages": list(LANGUAGES),
        "headers": headers.PAGE,
        "worker": worker.sha256,
        "files": [*files, *assets],
    }
    return release_id, releases.choose(release_id, manifest, inputs=made_from or inputs())


def inputs() -> str:
    """Give a fingerprint of all that packs and releases are made from: equal means nothing to do."""
    folders = [(ROOT / "templates", "*.html"), (ROOT / "translations", "*.mo"), (ROOT / "backend", "*.py")]
    sources = [path for folder, kind in folders for path in sorted(folder.rglob(kind))]
    sources += sorted((ROOT / "backend" / "content").glob("*.json"))
    sources += sorted((ROOT / "backend" / "content" / "units").glob("*.tsv*"))
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sources]
    listed = [(guide.code, guide.title) for guide in guides.listed()]
    made_of = [hashes, build_of(_dist()), guides.state(), forms.state(), listed, keys.published()]
    return _digest(made_of)


def built_assets() -> frozenset[str]:
    """Give the addresses of the built files that this machine can serve, those of older builds too."""
    return frozenset(
        f"/static/dist/{path.relative_to(_dist())}" for path in _dist().rglob("*") if path.is_file()
    )


def _build_pack(slug: str, listed: list[guides.GuideSummary], language: str) -> bool:
    if not listed:
        return packs.drop(slug, language)
    pages = list(kept_pages.in_pack(slug, listed, language))
    return packs.keep(slug, language, pages, guides=len(listed))


def _by_pack(guide: guides.GuideSummary) -> tuple[str, str]:
    return guide.pack, guide.code


def _pages_file(language: str, release_id: str, kept: list[packs.KeptPage]) -> dict[str, Any]:
    pages = {page.path: {"title": page.title, "main": page.main} for page in kept}
    content = _json({"layout": _layout(language, release_id), "pages": pages})
    return {**_kept("pages", content), "language": language}


def _layout(language: str, release_id: str) -> list[str]:
    with current_app.test_request_context(f"/{language}/"):
        current_app.preprocess_request()
        return list(fresh_layout(release_id))


def _kept(kind: str, content: bytes) -> dict[str, Any]:
    file = releases.keep_file(content)
    return {"kind": kind, "url": f"/offline/files/{file.sha256}", "sha256": file.sha256, "bytes": file.bytes}


def _assets() -> Iterator[dict[str, Any]]:
    """List scripts and styles of the build, and the manifest of each language."""
    for address in build_of(_dist())["files"]:
        content = (_dist() / address.removeprefix("/static/dist/")).read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        yield {"kind": "asset", "url": address, "sha256": sha256, "bytes": len(content)}
    for language in LANGUAGES:
        address = f"/{language}/manifest.webmanifest"
        with current_app.test_request_context(address):
            current_app.preprocess_request()
            yield {**_kept("asset", fresh_manifest()), "url": address}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def _dist() -> Path:
    dist: Path = current_app.extensions["settings"].dist
    return dist
