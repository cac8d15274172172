"""Refusals become answers: a page in plain words, or problem+json with a stable code."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, g, jsonify, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError

from backend.domain.errors import Kind, Refusal
from backend.logs import log
from backend.web.page import render_page

STATUS = {
    Kind.INVALID: 422,
    Kind.MISSING: 404,
    Kind.CONFLICT: 409,
    Kind.UNAVAILABLE: 503,
    Kind.REVOKED: 401,
    Kind.FORBIDDEN: 403,
    Kind.GONE: 410,
    Kind.TOO_MANY: 429,
}
PROBLEM = "application/problem+json"


def set_up(app: Flask) -> None:
    """Translate every refusal and error in one place."""
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(HTTPException, _failed)
    app.register_error_handler(Exception, _unexpected)


def problem(status: int, code: str, details: dict[str, Any] | None = None) -> Response:
    """Give a problem in the shape of RFC 9457; `code` is ours and stable, sentences do not travel."""
    response = jsonify(problem_body(status, code, details))
    response.status_code, response.mimetype = status, PROBLEM
    return response


def problem_body(status: int, code: str, details: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give the values of a problem; one of a batch stands inside the answer."""
    body: dict[str, Any] = {"type": "about:blank", "status": status, "code": code}
    if details:
        body["details"] = details
    if status >= 500:
        body["request_id"] = g.get("request_id")
    return body


def refused(refusal: Refusal) -> ResponseReturnValue:
    """Answer a refusal, in the form that the address promises."""
    response = _answer(STATUS[refusal.kind], refusal.code.value, refusal.details)
    if refusal.kind is Kind.TOO_MANY:
        response.headers["Retry-After"] = str(refusal.details.get("retry_after", 60))
    return response


def _failed(error: HTTPException) -> ResponseReturnValue:
    if error.response is not None or error.code == 304:
        return error
    status = error.code or 500
    code = error.name.lower().replace(" ", "_")
    messages = getattr(error, "data", {}).get("messages")
    response = _answer(status, code, messages)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def _unexpected(error: Exception) -> ResponseReturnValue:
    log().error("unexpected", exc_info=error)
    if current_app.testing:
        raise error
    return _failed(InternalServerError())


def _answer(status: int, code: str, details: dict[str, Any] | None = None) -> Response:
    if request.path.startswith(("/api/", "/offline/", "/health/")):
        return problem(status, code, details)
    is_ours, request_id = status >= 500, g.get("request_id")
    return render_page("errors/error.html", status, code=code, is_ours=is_ours, request_id=request_id)
