"""The one-time link of an invitation: its address, and a picture of it for another phone's camera."""

from __future__ import annotations

import segno
from flask import current_app, has_request_context, request
from markupsafe import Markup

from backend.web import signing_in


def for_person(person_id: str, *, language: str = "vi") -> str:
    """Give the whole address of a person's one-time link, for seven days from now."""
    return f"{_site()}/{language}/invitation/{signing_in.invitation_token(person_id)}"


def picture(link: str) -> Markup:
    """Give a link as a QR code: dark on white with a white edge, also on a dark page."""
    code = segno.make_qr(link, error="m")
    return Markup(code.svg_inline(scale=1, border=4, dark="#14212f", light="#ffffff", omitsize=True))


def _site() -> str:
    settings = current_app.extensions["settings"]
    if settings.address:
        return str(settings.address)
    return request.host_url.rstrip("/") if has_request_context() else f"http://localhost:{settings.port}"
