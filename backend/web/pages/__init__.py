"""The pages; importing this package registers every view."""

from backend.web.pages import (
    communes,
    guides,
    help,
    home,
    life_events,
    manifest,
    not_kept,
    phone,
    sectors,
)
from backend.web.pages._blueprint import pages

__all__ = [
    "communes",
    "guides",
    "help",
    "home",
    "life_events",
    "manifest",
    "not_kept",
    "pages",
    "phone",
    "sectors",
]
