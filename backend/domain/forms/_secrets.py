"""The line we do not cross: no form of ours asks for a password or a one-time code."""

from __future__ import annotations

import re

from backend.domain.errors import Code, Kind, Refusal
from backend.domain.fold import fold
from backend.domain.forms.record import Field, FieldType, Form

_SECRET = re.compile(
    r"\b(?:pass ?(?:word|code|phrase)|mat ?khau|o ?t ?p|ma (?:otp|pin|xac thuc|xac minh|xac nhan)|"
    r"pin ?code|one time (?:code|pin)|security code|verification code)\b"
)


def refuse_secrets(form: Form) -> None:
    """Raise Refusal asks_for_secret when the id or label of a question names a password or OTP."""
    for field in form.fields:
        if field.type is not FieldType.NOTE and _asks(field):
            raise Refusal(Kind.INVALID, Code.ASKS_FOR_SECRET, field=field.id)


def _asks(field: Field) -> bool:
    words = [field.id, *field.label.values(), *(one for o in field.options for one in o.label.values())]
    return any(_SECRET.search(fold(text)) for text in words)
