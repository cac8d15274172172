"""A form as it was posted without scripts: what the boxes mean, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from backend.domain import answers, communes
from backend.domain.answers import Problem
from backend.domain.clock import now
from backend.domain.communes import Found, Through
from backend.domain.errors import Refusal
from backend.domain.forms import Form
from backend.domain.forms.record import Answers, Field, FieldType, Papers
from backend.domain.submissions import ConsentGiven, Named, day_in_vietnam

Typed = MultiDict[str, str]

DAY = ("day", "month", "year")
TICKED = (FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO, FieldType.ATTACHMENT)
DIGITS = {FieldType.PERSONAL_ID: 12, FieldType.PHONE: 10}
LONGEST_NOTE = 2000
LONGEST_NAME = 100
MOST_MEANT = 12


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What a page without scripts posted, as values of the domain.

    Without a `commune_code`, `communes` are those that the typed name may mean.
    """

    answers: Answers
    papers: Papers
    consents: tuple[ConsentGiven, ...]
    commune_code: str
    communes: tuple[Found, ...]
    note: str | None
    incomplete: bool


@dataclass(frozen=True, kw_only=True)
class Message:
    """Which message of a field's template says what is wrong, and the number it names."""

    state: str
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """What is wrong by field, and what is lacking around the questions, in words."""

    fields: dict[str, Message] = field(default_factory=dict)
    around: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.fields or self.around)


def read(form: Form, typed: Typed) -> Sent:
    """Give what was posted."""
    papers = {one.id: {"answer": typed[one.id], "files": []} for one in form.papers if typed.get(one.id)}
    given = {one.id: _answer(one, typed) for one in form.fields if one.has_answer}
    given = {name: value for name, value in given.items() if value is not None}
    idle = _ticked_in_vain(form, given)
    code, meant = _commune(typed)
    return Sent(
        answers={name: value for name, value in given.items() if name not in idle},
        papers={name: paper for name, paper in papers.items() if name not in idle},
        consents=_consents(form, typed),
        commune_code=code,
        communes=meant,
        note=answers.from_typed(FieldType.MULTILINE, typed.get("note", "")),
        incomplete="incomplete" in typed,
    )


def check(form: Form, sent: Sent) -> Wrong:
    """Give what is wrong with what was posted; false when it can be received."""
    problems = answers.check(
        form, sent.answers, sent.papers, today=day_in_vietnam(now()), incomplete=sent.incomplete
    )
    types = {one.id: one.type for one in form.fields}
    messages = {problem.field: _message(problem, types[problem.field]) for problem in problems}
    return Wrong(fields=messages, around=_lacking(form, sent))


def named(sent: Sent, name: str, phone: str | None = None) -> Named:
    """Give a person out of the answers, by the fields that hold name and phone number."""
    return Named(name=text_of(sent, name), phone=text_of(sent, phone))


def text_of(sent: Sent, field: str | None) -> str | None:
    """Give one answer if it is a text."""
    value = sent.answers.get(field or "")
    return value if isinstance(value, str) else None


def _ticked_in_vain(form: Form, given: Answers) -> set[str]:
    """Give the questions that are not asked and take ticks: without scripts nobody can take a tick back.

    Words typed into questions that are not asked stay, so that the check names them.
    """
    asked = answers.shown(form, given, today=day_in_vietnam(now())).fields
    return {one.id for one in form.fields if one.type in TICKED and one.id not in asked}


def _consents(form: Form, typed: Typed) -> tuple[ConsentGiven, ...]:
    moment = now().isoformat(timespec="seconds").replace("+00:00", "Z")
    return tuple(
        ConsentGiven(purpose=one.purpose, text_version=one.text_version, at=moment, method="screen")
        for one in form.consents
        if one.purpose in typed.getlist("consent")
    )


def _answer(asked: Field, typed: Typed) -> Any | None:
    match asked.type:
        case FieldType.DATE | FieldType.PARTIAL_DATE:
            return answers.from_typed(asked.type, [typed.get(f"{asked.id}.{part}", "") for part in DAY])
        case FieldType.CHOICES:
            return answers.from_typed(asked.type, typed.getlist(asked.id))
        case FieldType.ADDRESS:
            return answers.from_typed(asked.type, typed.get(f"{asked.id}.detail", ""))
        case _:
            return answers.from_typed(asked.type, typed.get(asked.id, ""))


def _message(problem: Problem, kind: FieldType) -> Message:
    match problem.code:
        case "rule":
            return Message(state=f"rule-{problem.params['rule']}")
        case "wrong_length":
            digits = problem.params["digits"]
            return Message(state="too_few" if digits < DIGITS.get(kind, 0) else "too_many", count=digits)
        case "not_a_date" if "year_digits" in problem.params:
            return Message(state="year_digits")
        case "wrong_type" if kind is FieldType.INTEGER:
            return Message(state=problem.code)
        case "wrong_type" | "not_nfc" | "unknown_field":
            return Message(state="other")
        case _:
            return Message(state=problem.code)


def _lacking(form: Form, sent: Sent) -> dict[str, str]:
    lacking = {}
    if not sent.commune_code:
        lacking["commune"] = (
            _("Which of these?") if sent.communes else _("Write the commune that receives, as it is called.")
        )
    if sent.note and len(sent.note) > LONGEST_NOTE:
        lacking["note"] = _("Too long: at most %(count)s letters.", count=LONGEST_NOTE)
    if len(sent.consents) < len(form.consents):
        lacking["consents"] = _("Read it, and tick it when you agree.")
    return lacking


def _commune(typed: Typed) -> tuple[str, tuple[Found, ...]]:
    """Give the commune that was chosen, or the one of exactly this name; else those that may be meant."""
    code = typed.get("commune_code", "")
    name = answers.from_typed(FieldType.TEXT, typed.get("commune", "")) or ""
    if _is_commune(code):
        return code, ()
    found = communes.search(name[:LONGEST_NAME], MOST_MEANT) if name else ()
    same = [one for one in found if one.through is Through.NAME and one.exact and not one.accents]
    return (same[0].commune.code, ()) if len(same) == 1 else ("", found)


def _is_commune(code: str) -> bool:
    try:
        communes.find(code)
    except Refusal:
        return False
    return True
