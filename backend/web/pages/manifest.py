"""The web app manifest, in the language of its address."""

from __future__ import annotations

from flask import jsonify
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from backend.web import access, language
from backend.web.assets import asset
from backend.web.pages._blueprint import pages


@pages.get("/manifest.webmanifest")
@access.anyone
def manifest() -> ResponseReturnValue:
    """Describe the app for the phone's home screen."""
    response = jsonify(
        {
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
            "icons": [
                {"src": asset("icon-192.png"), "sizes": "192x192", "type": "image/png"},
                {"src": asset("icon-512.png"), "sizes": "512x512", "type": "image/png"},
                {
                    "src": asset("icon-maskable-512.png"),
                    "sizes": "512x512",
                    "type": "image/png",
                    "purpose": "maskable",
                },
            ],
        }
    )
    response.mimetype = "application/manifest+json"
    response.headers["Cache-Control"] = "no-cache"
    return response
