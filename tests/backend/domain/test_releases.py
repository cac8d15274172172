"""One release is served at a time, and an earlier one can be served again if all of it is there."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from backend.domain import releases
from backend.domain.errors import Code, Refusal


def manifest(release_id: str, *, asset: str = "/static/dist/a-1.js") -> dict[str, Any]:
    """Keep one file and give a manifest that names it and one script."""
    kept = releases.keep_file(release_id.encode())
    pages = {"kind": "pages", "language": "vi", "url": f"/offline/files/{kept.sha256}", "sha256": kept.sha256}
    files = [pages, {"kind": "asset", "url": asset, "sha256": "-"}]
    return {"id": release_id, "worker": kept.sha256, "files": files}


def choose(release_id: str, **values: Any) -> bool:
    """Serve a release with this id."""
    return releases.choose(release_id, manifest(release_id, **values), inputs=f"from {release_id}")


def test_the_release_chosen_last_is_served(stored: Flask) -> None:
    assert releases.current() is None
    assert choose("one")
    assert choose("two")
    assert not choose("two")
    assert releases.current().id == "two"  # type: ignore[union-attr]


def test_going_back_serves_the_one_before_and_forth_again(stored: Flask) -> None:
    choose("one")
    choose("two")
    assets = frozenset({"/static/dist/a-1.js"})
    assert releases.go_back(None, assets=assets).id == "one"
    assert [release.id for release in releases.known()] == ["one", "two"]
    assert releases.go_back("two", assets=assets).id == "two"


def test_a_release_whose_scripts_are_gone_is_not_served_again(stored: Flask) -> None:
    choose("one", asset="/static/dist/gone-1.js")
    choose("two")
    with pytest.raises(Refusal) as refusal:
        releases.go_back("one", assets=frozenset({"/static/dist/a-1.js"}))
    assert refusal.value.code is Code.RELEASE_INCOMPLETE
    assert refusal.value.details["files"] == ["/static/dist/gone-1.js"]
    assert releases.current().id == "two"  # type: ignore[union-attr]


def test_an_unknown_release_is_refused(stored: Flask) -> None:
    choose("one")
    for name in ("nine", None):
        with pytest.raises(Refusal) as refusal:
            releases.go_back(name, assets=frozenset())
        assert refusal.value.code is Code.RELEASE_NOT_FOUND


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "é" * 64])
def test_a_file_that_was_never_kept_is_refused(stored: Flask, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        releases.file(name)
    assert refusal.value.code is Code.FILE_NOT_FOUND
