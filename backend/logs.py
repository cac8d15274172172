"""Structured logs: one JSON line per fact, with a request id and no personal data."""

from __future__ import annotations

import logging
import time
import traceback
from typing import Any
from uuid import uuid4

import structlog
from flask import Flask, Response, g, request
from structlog.typing import EventDict


def set_up(app: Flask, level: str) -> None:
    """Log each request by its rule, never by its address or query: those may hold what people typed."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _without_words,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
    )

    @app.before_request
    def start() -> None:
        g.started = time.monotonic()
        g.request_id = uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers["X-Request-Id"] = g.get("request_id", "-")
        log().info(
            "request",
            method=request.method,
            rule=request.url_rule.rule if request.url_rule else None,
            status=response.status_code,
            milliseconds=round((time.monotonic() - g.started) * 1000) if "started" in g else None,
        )
        return response


def _without_words(_logger: Any, _method: str, fact: EventDict) -> EventDict:
    """Say where an error happened and of which kind: its message may hold what a person typed."""
    error = fact.pop("exc_info", None)
    if isinstance(error, BaseException):
        fact["error"] = type(error).__name__
        fact["where"] = "".join(traceback.format_tb(error.__traceback__))
    return fact


def log() -> structlog.typing.FilteringBoundLogger:
    """Give the logger."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger("tiepsuc")
    return logger
