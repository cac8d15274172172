"""The API under /api/v1, described by /api/v1/openapi.json."""

from __future__ import annotations

from typing import Any

from flask import Flask

from backend.web import access
from backend.web.api._blueprint import attach
from backend.web.api.communes import communes
from backend.web.api.guides import guides
from backend.web.api.packs import packs


def create_api(app: Flask) -> None:
    """Register every resource and its description."""
    attach(app, guides, packs, communes)
    describe = app.view_functions["api-docs.openapi_json"]

    @access.anyone
    def description() -> Any:
        return describe()

    app.view_functions["api-docs.openapi_json"] = description
