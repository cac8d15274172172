"""Which pages a phone keeps, and their blocks in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flask import current_app

from backend.domain import forms
from backend.domain.guides import GuideSummary
from backend.domain.life_events import LIFE_EVENTS
from backend.domain.packs import KeptPage
from backend.web.page import Page

IN_RELEASE = (
    "/",
    "/sectors/",
    "/life-events/",
    *(f"/life-events/{event.slug}" for event in LIFE_EVENTS),
    "/communes/",
    "/drafts",
    "/outbox",
    "/receipt",
    "/check",
    "/phone",
    "/help",
    "/not-kept",
)
"""The addresses, behind the language, of the pages that every release holds."""

OF_FORM = ("", "/review", "/portal")
"""The pages of one version of a form, behind its address."""


def in_release(language: str) -> Iterator[KeptPage]:
    """Give the pages that every release holds."""
    return kept(f"/{language}{path}" for path in IN_RELEASE)


def in_pack(slug: str, guides: Iterable[GuideSummary], language: str) -> Iterator[KeptPage]:
    """Give the pages of a pack: its list first, then its guides, then every version of their forms.

    A draft of an older version must still open, and a withdrawn one must stay readable.
    """
    codes = [guide.code for guide in guides]
    versions = [form for form in forms.published() if not set(form.guides).isdisjoint(codes)]
    return kept(
        (
            f"/{language}/sectors/{slug}",
            *(f"/{language}/guides/{code}" for code in codes),
            *(f"/{language}/forms/{form.id}/{form.version}{page}" for form in versions for page in OF_FORM),
        )
    )


def of_commune(code: str, language: str) -> KeptPage:
    """Give the page of one commune."""
    return next(kept([f"/{language}/communes/{code}"]))


def kept(paths: Iterable[str]) -> Iterator[KeptPage]:
    """Ask the views for these pages as nobody in particular, and give their blocks."""
    for path in paths:
        with current_app.test_request_context(path):
            current_app.preprocess_request()
            try:
                page = current_app.dispatch_request()
            except Exception as error:
                raise RuntimeError(f"{path} cannot be shown: {error!r}") from error
            if not isinstance(page, Page) or page.status_code != 200:
                raise RuntimeError(f"{path} is not a page that can be kept")
            yield KeptPage(path, page.title, page.main)
