"""The API under /api/v1, described by /api/v1/openapi.json."""

from __future__ import annotations

from typing import Any

from flask import Flask

from backend.web import access
from backend.web.api._blueprint import attach
from backend.web.api.changes import changes
from backend.web.api.communes import communes
from backend.web.api.forms import forms
from backend.web.api.guides import guides
from backend.web.api.keys import keys
from backend.web.api.packs import packs
from backend.web.api.phone import phone
from backend.web.api.submissions import submissions


def create_api(app: Flask) -> None:
    """Register every resource and its description."""
    attach(app, guides, forms, packs, communes, keys, phone, submissions, changes)
    describe = app.view_functions["api-docs.openapi_json"]

    @access.anyone
    def description() -> Any:
        return describe()

    app.view_functions["api-docs.openapi_json"] = description
