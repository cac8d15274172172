"""Another release on the same server: the same app with one changed style."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.e2e.server import Server

NEW_STYLE = "/static/dist/main-BUILT-"
"""How the addresses of changed styles begin."""


def rebuild(server: Server, mark: str) -> str:
    """Change the built style sheet, build the release and serve it; give its id.

    `mark` becomes a custom property of the page, so that a test can see which style a page has.
    """
    server.kill()
    dist = _own_dist(server)
    build = json.loads((dist / "build.json").read_text())
    style, changed = build["entries"]["main.css"], f"{NEW_STYLE}{mark.upper()}.css"
    content = (dist / Path(style).name).read_text()
    (dist / Path(changed).name).write_text(f"{content}\n:root {{ --built: {mark}; }}\n")
    (dist / "build.json").write_text(json.dumps(build).replace(style, changed))
    said = server.command("offline", "build")
    server.start()
    return _release_in(said)


def go_back(server: Server) -> str:
    """Serve the release before again; give its id."""
    return _release_in(server.command("offline", "back"))


def _release_in(said: str) -> str:
    return said.partition("Release ")[2][:16]


def _own_dist(server: Server) -> Path:
    """Give a folder of built files that belongs to this server and may be changed."""
    dist = server.home.parent / "dist"
    if not dist.exists():
        shutil.copytree(server.environment["TIEPSUC_DIST"], dist)
        server.environment["TIEPSUC_DIST"] = str(dist)
    return dist
