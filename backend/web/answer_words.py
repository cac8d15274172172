"""Answers as people read them, and as they are typed again elsewhere."""

from __future__ import annotations

import re
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from backend.domain.forms.record import Field, FieldType
from backend.web.language import said


def answer_words(field: Field, value: Any) -> Markup:
    """Give an answer in the page's language: labels for codes, days as 3/11/2026, numbers in groups."""
    match field.type:
        case FieldType.PHONE:
            return _plain(_in_groups(str(value), (4, 3)))
        case FieldType.PERSONAL_ID:
            return _plain(_in_groups(str(value), (3, 3)))
        case _:
            return copied_words(field, value)


def copied_words(field: Field, value: Any) -> Markup:
    """Give an answer as the portal's boxes take it: numbers without spaces, days as 03/11/2026."""
    match field.type:
        case FieldType.DATE | FieldType.PARTIAL_DATE:
            return _plain("/".join(reversed(str(value).split("-"))))
        case FieldType.CHOICE:
            return _option(field, str(value))
        case FieldType.CHOICES:
            return Markup(", ").join(_option(field, str(code)) for code in value)
        case FieldType.YES_NO:
            return _plain(_("Yes") if value else _("No"))
        case FieldType.ADDRESS:
            return _plain(", ".join(part for part in (value["detail"], value.get("old_name")) if part))
        case _:
            return _plain(str(value))


def masked_words(value: Any) -> Markup:
    """Give a personal number with its middle hidden: 040 195 •••• 12."""
    digits = str(value)
    return _plain(f"{_in_groups(digits[:-6], (3, 3))} •••• {digits[-2:]}")


def _option(field: Field, code: str) -> Markup:
    found = next((option.label for option in field.options if option.code == code), None)
    return said(found) if found else _plain(code)


def _in_groups(digits: str, sizes: tuple[int, ...]) -> str:
    groups, rest = [], digits
    for size in sizes:
        groups.append(rest[:size])
        rest = rest[size:]
    return re.sub(" +", " ", " ".join([*groups, rest])).strip()


def _plain(text: str) -> Markup:
    return Markup("{}").format(text)
