"""The API's own Api and Blueprint: problems as RFC 9457, and the same refusals in the description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask_smorest
from flask import Flask
from marshmallow import Schema, fields

from backend.web.errors import PROBLEM

PHONE = "phone"


class ProblemSchema(Schema):
    """A problem: `code` is stable; `details` names what was wrong, field by field."""

    type = fields.String(required=True)
    status = fields.Integer(required=True)
    code = fields.String(required=True, metadata={"description": "Stable code; never a sentence."})
    details = fields.Dict()
    request_id = fields.String()


class Api(flask_smorest.Api):  # type: ignore[misc]
    """Our errors are made in `web/errors.py`; flask-smorest must not make others."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_error_handlers(self) -> None:
        """Leave errors to the app."""


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """A group of calls of the API."""

    def refuses(self, *statuses: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Describe the problems a call can answer with."""

        def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
            for status in statuses:
                view = self.alt_response(status, schema=ProblemSchema, content_type=PROBLEM)(view)
            return view

        return decorate

    def asked_by_phone(self, view: Callable[..., Any]) -> Callable[..., Any]:
        """Describe that a phone asks, with its secret as bearer."""
        described: Callable[..., Any] = self.doc(security=[{PHONE: []}])(view)
        return described


def attach(app: Flask, *blueprints: Blueprint) -> Api:
    """Register blueprints under /api/v1 and describe them."""
    api = Api(app)
    api.spec.components.security_scheme(
        PHONE, {"type": "http", "scheme": "bearer", "bearerFormat": "43 characters, base64url of 32 bytes"}
    )
    for blueprint in blueprints:
        api.register_blueprint(blueprint, url_prefix="/api/v1")
    _describe_problems(api)
    return api


def _describe_problems(api: Api) -> None:
    """Say in the shared answers too that a problem is application/problem+json."""
    for response in api.spec.components.responses.values():
        content = response.get("content", {})
        if "application/json" in content:
            content[PROBLEM] = content.pop("application/json")
