"""The file of one commune: its pages in both languages and its own values, to keep on a phone."""

from __future__ import annotations

from typing import Any

from backend.domain import communes
from backend.domain.communes import Commune
from backend.domain.packs import MARKUP
from backend.domain.plain import to_plain
from backend.web import kept_pages
from backend.web.language import LANGUAGES


def commune_file(commune: Commune) -> dict[str, Any]:
    """Give pages and values of a commune as plain JSON values."""
    pages = (kept_pages.of_commune(commune.code, language) for language in LANGUAGES)
    return {
        "code": commune.code,
        "name": commune.name,
        "markup": MARKUP,
        "pages": [vars(page) for page in pages],
        "values": to_plain(communes.values_of(commune.code)),
    }
