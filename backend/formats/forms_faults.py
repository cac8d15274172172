"""What a written form gets wrong beside its shape: ids, options, lengths, roles and the portal's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backend.domain.forms.record import Field, FieldType, Form, Section
from backend.domain.partial_date import is_partial_date
from backend.formats.portal_sources import safe
from backend.formats.procedure_codes import procedure_key

MOST_FIELDS = 300
LATEST_VERSION = 9999
LONGEST_ANSWER = 5000

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", re.ASCII)
_WITH_OPTIONS = (FieldType.CHOICE, FieldType.CHOICES)
_WITH_LENGTH = (FieldType.TEXT, FieldType.MULTILINE, FieldType.ADDRESS)


def faults_of(form: Form) -> Iterator[str]:
    """Give every fault in plain words, each with its place. Expressions are looked at elsewhere."""
    yield from _id_faults("id", [form.id])
    if not 1 <= form.version <= LATEST_VERSION:
        yield f"version is not between 1 and {LATEST_VERSION}"
    if not 1 <= len(form.fields) <= MOST_FIELDS:
        yield f"a form has 1 to {MOST_FIELDS} fields, not {len(form.fields)}"
    for code in form.guides:
        if procedure_key(code) != code:
            yield f"guides holds {code[:40]!r}, which is no code of a procedure"
    yield from _id_faults("sections", [section.id for section in form.sections])
    yield from _id_faults("fields", [field.id for field in form.fields])
    for section in form.sections:
        yield from _section_faults(section)
    yield from _role_faults(form)
    yield from _origin_faults(form)


def _section_faults(section: Section) -> Iterator[str]:
    if not section.fields:
        yield f"{section.id} has no fields"
    yield from _condition_faults(section.id, section)
    for field in section.fields:
        yield from _field_faults(f"{section.id}.{field.id}", field)


def _field_faults(place: str, field: Field) -> Iterator[str]:
    yield from _condition_faults(place, field)
    if (field.type in _WITH_OPTIONS) != bool(field.options):
        wanted = "needs options" if not field.options else "has options, but its type takes none"
        yield f"{place} {wanted}"
    yield from _id_faults(f"{place}.options", [option.code for option in field.options])
    if field.max_length is not None:
        if field.type not in _WITH_LENGTH:
            yield f"{place}.max_length: answers of type {field.type} have no length to limit"
        elif not 1 <= field.max_length <= LONGEST_ANSWER:
            yield f"{place}.max_length is not between 1 and {LONGEST_ANSWER}"
    if field.type is FieldType.NOTE and field.required is not False:
        yield f"{place}.required: a note has no answer"
    if field.rules and not field.has_answer:
        yield f"{place}.rules: only an answer can meet a rule, and type {field.type} has none"


def _condition_faults(place: str, part: Section | Field) -> Iterator[str]:
    if part.show_if is not None and part.condition is None:
        yield f"{place}.condition is missing: show_if in plain words, for pages without scripts"
    if part.show_if is None and part.condition is not None:
        yield f"{place}.condition stands there without show_if"


def _role_faults(form: Form) -> Iterator[str]:
    types = {field.id: field.type for field in form.fields}
    roles = [("applicant.name", form.applicant.name), ("subject.name", form.subject.name)]
    for place, name in roles:
        if types.get(name) is not FieldType.TEXT:
            yield f"{place}: {name[:40]!r} is no field of type text"
    phones = (("applicant.phone", form.applicant.phone), ("subject.phone", form.subject.phone))
    for place, phone in phones:
        if phone is not None and types.get(phone) is not FieldType.PHONE:
            yield f"{place}: {phone[:40]!r} is no field of type phone"
    if form.relation is not None and types.get(form.relation) not in (FieldType.TEXT, FieldType.CHOICE):
        yield f"relation: {form.relation[:40]!r} is no field of type text or choice"


def _origin_faults(form: Form) -> Iterator[str]:
    if not is_partial_date(form.official.captured_on):
        yield "official.captured_on is not YYYY, YYYY-MM or YYYY-MM-DD"
    if form.portal.url is not None and safe(form.portal.url) is None:
        yield "portal.url is no web address"
    with_answer = {field.id for field in form.fields if field.has_answer}
    for name in form.portal.order:
        if name not in with_answer:
            yield f"portal.order: {name[:40]!r} is no field with an answer"
    if len(set(form.portal.order)) < len(form.portal.order):
        yield "portal.order names a field twice"
    if not form.consents:
        yield "consents is empty: nobody could agree to sending"
    yield from _id_faults("consents", [consent.purpose for consent in form.consents])


def _id_faults(place: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if not _ID.fullmatch(one):
            yield f"{place}: {one[:40]!r} is no id (small letters, digits and hyphens)"
        elif one in seen:
            yield f"{place}: the id {one!r} occurs twice"
        seen.add(one)
