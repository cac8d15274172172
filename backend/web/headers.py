"""The headers of every answer; those of pages also travel in the release, for composed pages."""

from __future__ import annotations

from flask import Flask, Response

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

PAGE = {
    **EVERYWHERE,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
}

WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"


def set_up(app: Flask) -> None:
    """Put the headers on every answer; a page gets the whole set."""

    @app.after_request
    def add(response: Response) -> Response:
        wanted = PAGE if response.mimetype == "text/html" else EVERYWHERE
        for name, value in wanted.items():
            response.headers.setdefault(name, value)
        return response
