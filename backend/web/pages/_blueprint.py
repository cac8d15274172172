"""The pages that people read, each under its language: /vi/… and /en/…."""

from __future__ import annotations

from flask import Blueprint

from backend.web import language

pages = language.prefix(Blueprint("pages", __name__, url_prefix="/<any(vi, en):language>"))
