"""What every page of the desk shows and may reach: the communes served, who is signed in, names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.domain import communes, dossiers
from backend.domain.dossiers import Dossier
from backend.domain.permissions import Act
from backend.storage import people
from backend.web import access, answer_words, moments
from backend.web.page import Page, render_page

ACT = Act.CHECK_DOSSIERS


def served() -> frozenset[str] | None:
    """Give the communes whose dossiers this person checks; None means all."""
    return access.communes_for(ACT)


def mine(code: str) -> Dossier:
    """Give a dossier of the communes served. Raises Refusal dossier_not_found, for others too."""
    return dossiers.find(code, communes=served())


def names(ids: Iterable[str | None]) -> dict[str, str]:
    """Give the names of people by id, for those that are known."""
    wanted = {person_id for person_id in ids if person_id}
    return people.named(wanted) if wanted else {}


def desk_page(template: str, status: int = 200, **values: Any) -> Page:
    """Render a page of the desk with what its frame and its lines need."""
    codes = served()
    return render_page(
        template,
        status,
        officer=access.here(),
        places=[communes.find(code).name for code in sorted(codes)] if codes is not None else None,
        spoken_code=dossiers.spoken_code,
        answer_words=answer_words.answer_words,
        copied_words=answer_words.copied_words,
        masked_words=answer_words.masked_words,
        moment=moments.moment,
        sent_moment=moments.sent_moment,
        wait=moments.wait,
        **values,
    )
