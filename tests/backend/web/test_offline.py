"""What phones fetch: the exact kept list, composed equals served, and nothing about who asks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask import Flask

from backend.domain import packs, releases
from backend.settings import Settings
from backend.web import headers, page, release
from tests.backend.web.conftest import write_build
from tests.page_client import PageClient

KEPT = {
    "/", "/sectors/", "/communes/", "/phone", "/help", "/not-kept", "/life-events/",
    "/drafts", "/outbox", "/receipt", "/check",
    "/life-events/sinh-con", "/life-events/cuoi-hoi", "/life-events/nguoi-than-mat",
    "/life-events/chuyen-cho-o", "/life-events/nha-dat", "/life-events/buon-ban",
    "/life-events/lam-lai-giay-to", "/life-events/di-hoc-di-lam", "/life-events/can-ho-tro",
}  # fmt: skip


def fetched(site: Flask, path: str) -> Any:
    """Fetch a kept file as a phone does and give its values."""
    response = site.test_client().get(path, headers={"Accept-Encoding": "br"})
    assert response.status_code == 200
    assert response.headers["Content-Encoding"] == "br"
    return json.loads(brotli.decompress(response.data))


def manifest(site: Flask) -> dict[str, Any]:
    """Read the release out of the worker's script, as the worker does."""
    script = site.test_client().get("/service-worker.js").text
    first, _, rest = script.partition(";\n")
    assert rest == "/* worker */"
    values: dict[str, Any] = json.loads(first.removeprefix("self.RELEASE="))
    return values


def kept_pages(site: Flask) -> dict[str, str]:
    """Compose every page that a phone can keep, by address."""
    composed, layouts = {}, {}
    for file in manifest(site)["files"]:
        if file["kind"] == "pages":
            kept = fetched(site, file["url"])
            layouts[file["language"]] = kept["layout"]
            pages = [{"path": path, **blocks} for path, blocks in kept["pages"].items()]
            composed |= _composed(kept["layout"], pages)
    for pack in packs.on_offer():
        pages = fetched(site, f"/offline/files/{pack.sha256}")["pages"]
        composed |= _composed(layouts[pack.language], pages)
    return composed


def test_the_kept_list_is_exactly_this(site: Flask) -> None:
    release_pages = {f"/{language}{path}" for language in ("vi", "en") for path in KEPT}
    of_packs = ("sectors/ho-tich", "sectors/dat-dai", "guides/1.900001", "guides/1.900002", "guides/1.900003")
    of_packs += ("forms/thu/1", "forms/thu/1/review", "forms/thu/1/portal")
    assert set(kept_pages(site)) == release_pages | {
        f"/{lang}/{path}" for lang in ("vi", "en") for path in of_packs
    }


def test_composed_equals_served_in_bytes_and_headers(site: Flask) -> None:
    for path, composed in kept_pages(site).items():
        served = site.test_client().get(path)
        assert served.text == composed, path
        assert {name: served.headers[name] for name in headers.PAGE} == manifest(site)["headers"]


def test_kept_pages_are_the_same_for_everyone(site: Flask) -> None:
    for path in kept_pages(site):
        stranger = site.test_client().get(path)
        known = site.test_client()
        known.set_cookie("session", "somebody")
        answer = known.get(path, headers={"Accept-Language": "en", "User-Agent": "another"})
        assert answer.data == stranger.data
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_pages_kept_in_english_are_english(site: Flask) -> None:
    pages = kept_pages(site)
    assert "Hôm nay làm giấy tờ gì?" in pages["/vi/"]
    assert "Hôm nay" not in pages["/en/"]
    assert "Thủ tục thử" in pages["/vi/guides/1.900001"]
    assert "Trial procedure" in pages["/en/guides/1.900001"]


def test_a_code_with_a_local_suffix_leads_to_the_kept_address(site: Flask) -> None:
    answer = site.test_client().get("/en/guides/1.900001.000.00.00.H41")
    assert (answer.status_code, answer.location) == (301, "/en/guides/1.900001")


def test_every_page_carries_the_release_it_belongs_to(site: Flask, visitor: PageClient) -> None:
    current = releases.current()
    assert current is not None
    shown = visitor.get("/vi/guides/1.900001")
    assert shown.one("meta", name="release").attributes["content"] == current.id
    assert site.test_client().get("/offline/release").json == {"id": current.id}


def test_the_same_sources_build_the_same_release(site: Flask) -> None:
    before = releases.current()
    assert before is not None
    assert release.build_release() == (before.id, False)
    assert release.inputs() == before.inputs


def test_a_new_script_makes_a_new_release_and_going_back_restores_the_old_pages(
    site: Flask, tmp_path: Path
) -> None:
    before, first = manifest(site), kept_pages(site)["/vi/"]
    write_build(tmp_path / "dist", script="two")
    new_id, is_new = release.build_release()
    assert is_new
    assert manifest(site)["id"] == new_id
    assert "every-page-two.js" in site.test_client().get("/vi/").text
    releases.go_back(None, assets=release.built_assets())
    assert manifest(site) == before
    assert site.test_client().get("/vi/").text == first


def test_going_back_brings_the_worker_and_the_app_manifest_of_then(
    site: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = ("/service-worker.js", "/vi/manifest.webmanifest", "/en/manifest.webmanifest")
    before = [site.test_client().get(path).data for path in paths]
    (tmp_path / "dist" / "service-worker.js").write_text("/* another worker */")
    monkeypatch.setattr("backend.web.pages.manifest.asset", lambda name: f"/static/dist/another-{name}")
    release.build_release()
    changed = [site.test_client().get(path).data for path in paths]
    assert not set(before) & set(changed)
    releases.go_back(None, assets=release.built_assets())
    assert [site.test_client().get(path).data for path in paths] == before


def test_pages_open_when_the_kept_layout_is_lost(site: Flask, settings: Settings) -> None:
    page._kept_layout.cache_clear()
    for lost in (settings.home / "files" / "offline").iterdir():
        lost.unlink()
    assert "</html>" in PageClient(site).get("/vi/").html
    assert PageClient(site).get("/vi/guides/9.999999", status=404)


def test_a_release_file_that_does_not_exist_is_named(site: Flask) -> None:
    answer = site.test_client().get(f"/offline/files/{'0' * 64}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json == {"type": "about:blank", "status": 404, "code": "file_not_found"}


def test_files_never_change_so_phones_may_keep_them(site: Flask) -> None:
    (file, *_) = manifest(site)["files"]
    answer = site.test_client().get(file["url"])
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.data) == file["bytes"]
    again = site.test_client().get(file["url"], headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ["/service-worker.js", "/offline/release", "/offline/catalogue"])
def test_before_the_first_build_there_is_no_release(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    assert answer.status_code == 404
    assert answer.mimetype in ("application/problem+json", "text/html")


def _composed(layout: list[str], pages: list[dict[str, str]]) -> dict[str, str]:
    return {kept["path"]: layout[0] + kept["title"] + layout[1] + kept["main"] + layout[2] for kept in pages}
