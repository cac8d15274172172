"""Names of the form versions that people may have on their phones, for the pages that list their work."""

from __future__ import annotations

from typing import Any

from backend.domain import forms
from backend.web import language


def known_forms() -> dict[str, dict[str, Any]]:
    """Give names and sections (with their conditions) of every version by `<id>/<version>`."""
    return {
        f"{summary.id}/{summary.version}": {
            "name": _words(summary.short_title),
            "title": _words(summary.title),
            "sections": forms.rules_of(forms.find(summary.id, summary.version))["sections"],
        }
        for summary in forms.published()
    }


def _words(text: dict[str, str]) -> str:
    return text.get(language.current()) or text["vi"]
