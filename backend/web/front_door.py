"""The bare address leads to the Vietnamese home."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from backend.web import access

front_door = Blueprint("front_door", __name__)


@front_door.get("/")
@access.anyone
def enter() -> ResponseReturnValue:
    """Lead to the home page; the worker answers this address with the language used last."""
    return redirect(url_for("pages.home", language="vi"))
