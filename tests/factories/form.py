"""Invented forms: one call shows only what matters to the test."""

from __future__ import annotations

from typing import Any

from backend.domain import forms
from backend.domain.forms.record import Consent, Field, FieldType, Form, Official, Portal, Roles, Section

OFFICIAL = Official(name={"vi": "Mẫu thử"}, source={"vi": "Tự bịa"}, captured_on="2026-07")
CONSENT = Consent(purpose="send", text_version="1", text={"vi": "Tôi đồng ý."})


def field(id: str = "more", type: FieldType = FieldType.TEXT, **changes: Any) -> Field:
    """Give a field with a label."""
    return Field(id=id, type=type, **({"label": {"vi": f"Mục {id}"}} | changes))


CHILD_NAME = field("child_name", required=True)
BORN_ON = field("born_on", FieldType.DATE)
PAPERS_OF_BIRTH = field("papers_of_birth", FieldType.ATTACHMENT)


def form(
    id: str = "thu",
    version: int = 1,
    *,
    fields: tuple[Field, ...] = (CHILD_NAME, BORN_ON, PAPERS_OF_BIRTH),
    **changes: Any,
) -> Form:
    """Give a form of one section for an invented procedure; its first field is the name."""
    values: dict[str, Any] = {
        "guides": ("1.900001",),
        "title": {"vi": "Tờ khai thử"},
        "short_title": {"vi": "Thử"},
        "official": OFFICIAL,
        "sections": (Section(id="child", title={"vi": "Cháu bé"}, fields=fields),),
        "applicant": Roles(name=fields[0].id),
        "subject": Roles(name=fields[0].id),
        "consents": (CONSENT,),
        "portal": Portal(order=(fields[0].id,)),
    }
    return Form(id=id, version=version, **(values | changes))


def published(id: str = "thu", version: int = 1, **changes: Any) -> Form:
    """Publish such a form and give it."""
    made = form(id, version, **changes)
    forms.publish(made)
    return made
