"""The web app manifest, in the language of its address."""

from __future__ import annotations

import json

import brotli
from flask import Response, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from backend.domain import releases
from backend.web import access, language
from backend.web.assets import asset
from backend.web.pages._blueprint import pages


@pages.get("/manifest.webmanifest")
@access.anyone
def manifest() -> ResponseReturnValue:
    """Describe the app for the phone's home screen, in the words of the release that is served."""
    release = releases.current()
    listed = release.manifest["files"] if release else []
    kept = next((file["sha256"] for file in listed if file["url"] == request.path), None)
    content = brotli.decompress(releases.file(kept)) if kept else fresh_manifest()
    response = Response(content, mimetype="application/manifest+json")
    response.headers["Cache-Control"] = "no-cache"
    return response


def fresh_manifest() -> bytes:
    """Give the manifest in the language of the request, as the code of today describes the app."""
    sizes = {"icon-192.png": "192x192", "icon-512.png": "512x512", "icon-maskable-512.png": "512x512"}
    icons = [{"src": asset(name), "sizes": size, "type": "image/png"} for name, size in sizes.items()]
    icons[-1]["purpose"] = "maskable"
    described = {
        "id": "/",
        "name": "Tiếp Sức",
        "short_name": "Tiếp Sức",
        "description": _("Guides and papers for administrative procedures, also without signal"),
        "lang": language.current(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#FFFFFF",
        "theme_color": "#083A78",
        "icons": icons,
    }
    return json.dumps(described, ensure_ascii=False).encode()
