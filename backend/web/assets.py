"""Built scripts, styles and icons: named by content, served for ever."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers

from flask import Flask, current_app
from markupsafe import Markup
from whitenoise import WhiteNoise

from backend.web import headers

PREFIX = "/static/dist/"
HASHED = re.compile(r"-[0-9A-Z]{8}\.\w+$")
NOTHING_BUILT: dict[str, Any] = {"entries": {}, "icons": {}, "preload": [], "files": []}


def build_of(dist: Path) -> dict[str, Any]:
    """Give what the client build wrote about itself; empty where nothing is built."""
    path = dist / "build.json"
    return _read(path, path.stat().st_mtime_ns) if path.exists() else NOTHING_BUILT


def asset(name: str) -> str:
    """Give the address of a built file by its plain name, e.g. `main.css`."""
    build = build_of(_dist())
    address: str = build["entries"].get(name) or build["icons"].get(name) or f"{PREFIX}{name}"
    return address


def preloads() -> list[str]:
    """Give the addresses of scripts that every page needs behind its first one."""
    needed: list[str] = build_of(_dist())["preload"]
    return needed


def sprite() -> Markup:
    """Give the icon sprite for the layout; our own build made it, so it is trusted."""
    path = _dist() / "sprite.svg"
    return Markup(path.read_text(encoding="utf-8").strip() if path.exists() else "")


def set_up(app: Flask, dist: Path) -> None:
    """Serve the built files before Flask is asked; names carry a hash, so they never change."""
    app.jinja_env.globals.update(asset=asset, preloads=preloads, sprite=sprite)
    if dist.is_dir():
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app,
            root=str(dist),
            prefix=PREFIX,
            immutable_file_test=lambda _path, url: HASHED.search(url) is not None,
            add_headers_function=_add_headers,
            allow_all_origins=False,
        )


def _add_headers(answer: Headers, _path: str, _url: str) -> None:
    for name, value in headers.EVERYWHERE.items():
        answer[name] = value


def _dist() -> Path:
    dist: Path = current_app.extensions["settings"].dist
    return dist


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    build: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return build
