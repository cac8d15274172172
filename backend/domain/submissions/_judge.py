"""What is looked at before a submission is kept. Nothing here writes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from backend.domain import answers, communes, forms, phones
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.forms import Form
from backend.domain.phones import Phone
from backend.domain.submissions._read import day_in_vietnam
from backend.domain.submissions._record import Clear, SealedContent
from backend.storage import dossiers as dossier_rows
from backend.storage import submissions as rows

FORMAT = 1
A_DAY = 30
"""How many submissions a phone without a person may send in 24 hours."""
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=2)


def refuse_flood(phone: Phone, *, ahead: int = 0) -> None:
    """Raise Refusal too_many_submissions for a phone without a person that sent its share of a day."""
    if phone.person_id is not None:
        return
    day = timedelta(days=1)
    count, first = rows.received_since(phone.id, now() - day)
    if count + ahead >= A_DAY:
        wait = (first or now()) + day - now()
        seconds = max(60, int(wait.total_seconds()) + 1)
        raise Refusal(Kind.TOO_MANY, Code.TOO_MANY_SUBMISSIONS, retry_after=seconds)


def refuse_clear(clear: Clear) -> Form:
    """Give the form that was filled in, if what travels in clear can be right.

    Raises Refusal format_unknown, captured_at_wrong (the phone's clock is far off), form_not_found,
    form_version_not_found, form_withdrawn or commune_not_found.
    """
    if clear.format != FORMAT:
        raise Refusal(Kind.INVALID, Code.FORMAT_UNKNOWN)
    if not FIRST_DAY <= clear.captured_at <= now() + AHEAD:
        raise Refusal(Kind.INVALID, Code.CAPTURED_AT_WRONG)
    form = forms.usable(clear.form_id, clear.form_version)
    communes.refuse_unknown(clear.commune_code)
    return form


def refuse_content(form: Form, clear: Clear, content: SealedContent) -> None:
    """Raise Refusal answers_refused with every wrong field, or consent_missing with the purposes."""
    problems = answers.check(
        form,
        content.answers,
        content.papers,
        today=day_in_vietnam(clear.captured_at),
        incomplete=clear.incomplete,
    )
    if problems:
        fields = [{"field": one.field, "code": one.code, "params": one.params} for one in problems]
        raise Refusal(Kind.INVALID, Code.ANSWERS_REFUSED, fields=fields)
    given = {(consent.purpose, consent.text_version) for consent in content.consents}
    lacking = [one.purpose for one in form.consents if (one.purpose, one.text_version) not in given]
    if lacking:
        raise Refusal(Kind.INVALID, Code.CONSENT_MISSING, purposes=lacking)


def code_of_replaced(clear: Clear, phone: Phone | None) -> str | None:
    """Give the code of the dossier that a correction belongs to, None for a first submission.

    Only the phone that sent the earlier one may replace it, or another phone of its author, and only
    with the same form for the same commune: another commune would read what was not sent to it. Raises
    Refusal replaced_not_found.
    """
    if clear.replaces is None:
        return None
    earlier = dossier_rows.sender(clear.replaces)
    if earlier is None or phone is None or not _sent_by(earlier, phone):
        raise Refusal(Kind.INVALID, Code.REPLACED_NOT_FOUND)
    if (earlier.form_id, earlier.commune_code) != (clear.form_id, clear.commune_code):
        raise Refusal(Kind.INVALID, Code.REPLACED_NOT_FOUND)
    code: str = earlier.dossier
    return code


def verified_author(content: SealedContent, phone: Phone | None) -> str | None:
    """Give the author, if the phone is or was bound to that person; else their name is only a claim."""
    person = content.author.person
    if person is None or phone is None:
        return None
    return person if person == phone.person_id or phones.was_bound(phone.id, person) else None


def _sent_by(earlier: Any, phone: Phone) -> bool:
    is_author = phone.person_id is not None and earlier.author_id == phone.person_id
    return is_author or bool(earlier.phone_id == phone.id)
