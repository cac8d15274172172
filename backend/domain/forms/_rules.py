"""A form without its words: what a phone needs to judge answers, and what expressions may read."""

from __future__ import annotations

from typing import Any

from backend.domain.expressions import Kind, Operand
from backend.domain.forms.record import Field, FieldType, Form, Roles

_KINDS = {
    FieldType.TEXT: Kind.TEXT,
    FieldType.MULTILINE: Kind.TEXT,
    FieldType.INTEGER: Kind.NUMBER,
    FieldType.DATE: Kind.DATE,
    FieldType.PARTIAL_DATE: Kind.DATE,
    FieldType.PHONE: Kind.TEXT,
    FieldType.PERSONAL_ID: Kind.TEXT,
    FieldType.CHOICE: Kind.TEXT,
    FieldType.CHOICES: Kind.LIST,
    FieldType.YES_NO: Kind.TRUTH,
    FieldType.ADDRESS: Kind.TEXT,
}


def operand_of(field: Field) -> Operand | None:
    """Give what an expression reads from a field; None for a paper or a note."""
    kind = _KINDS.get(field.type)
    if kind is None:
        return None
    return Operand(kind, codes=tuple(option.code for option in field.options) or None)


def rules_of(form: Form) -> dict[str, Any]:
    """Give the language-free rules of a form as plain JSON values: the phone's `FormRules`."""
    rules: dict[str, Any] = {
        "id": form.id,
        "version": form.version,
        "sections": [_present(id=section.id, show_if=section.show_if) for section in form.sections],
        "fields": [_field(field, section.id) for section in form.sections for field in section.fields],
        "applicant": _roles(form.applicant),
        "subject": _roles(form.subject),
        "consents": [
            {"purpose": consent.purpose, "text_version": consent.text_version} for consent in form.consents
        ],
    }
    return rules | _present(relation=form.relation)


def _field(field: Field, section: str) -> dict[str, Any]:
    return _present(
        id=field.id,
        type=field.type.value,
        section=section,
        required=field.required or None,
        show_if=field.show_if,
        rules=[rule.test for rule in field.rules] or None,
        options=[option.code for option in field.options] or None,
        max_length=field.longest,
    )


def _roles(roles: Roles) -> dict[str, Any]:
    return _present(name=roles.name, phone=roles.phone)


def _present(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
