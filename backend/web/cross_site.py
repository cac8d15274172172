"""Refuse changing requests from other sites by headers: a page kept on a phone can carry no token."""

from __future__ import annotations

from flask import Flask, abort, request

SAFE = {"GET", "HEAD", "OPTIONS"}


def is_foreign() -> bool:
    """Tell whether a changing request comes from elsewhere.

    `Sec-Fetch-Site` decides, else `Origin`; with neither, a request that carries a cookie is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin.partition("://")[2] != request.host
    return bool(request.cookies)


def set_up(app: Flask) -> None:
    """Check every changing request before its view."""

    @app.before_request
    def check() -> None:
        if request.method not in SAFE and is_foreign():
            abort(403)
