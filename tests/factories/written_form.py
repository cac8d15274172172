"""Forms as an author writes them, and the examples of answers that phone and server must both meet."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from backend.domain.forms.record import Form
from backend.formats.forms_written import read_form

SHARED = Path(__file__).parents[1] / "shared" / "answers"


def examples(name: str) -> Any:
    """Give a file of examples that phone and server must both meet."""
    return json.loads((SHARED / f"{name}.json").read_text(encoding="utf-8"))


@cache
def shared_form() -> Form:
    """Give the form of those examples, which has a field of every type."""
    return read_form((SHARED / "form.json").read_bytes())


def written(**changes: Any) -> dict[str, Any]:
    """Give a small form as an author writes it, with changes at its top."""
    return {
        "format": 1,
        "id": "thu",
        "version": 1,
        "guides": ["1.900001"],
        "title": {"vi": "Tờ khai thử"},
        "short_title": {"vi": "Thử"},
        "official": {"name": {"vi": "Mẫu thử"}, "source": {"vi": "Tự bịa"}, "captured_on": "2026-07"},
        "sections": [{"id": "person", "title": {"vi": "Người khai"}, "fields": _fields()}],
        "applicant": {"name": "name"},
        "subject": {"name": "name"},
        "consents": [{"purpose": "precheck", "text_version": "1", "text": {"vi": "Tôi đồng ý."}}],
        "portal": {"order": ["name"]},
    } | changes


def with_field(**changes: Any) -> dict[str, Any]:
    """Give the small written form with one more field, `more`."""
    more = {"id": "more", "type": "text", "label": {"vi": "Thêm"}} | changes
    return written(sections=[{"id": "person", "title": {"vi": "Người"}, "fields": [*_fields(), more]}])


def _fields() -> list[dict[str, Any]]:
    options = [{"code": code, "label": {"vi": code}} for code in ("male", "female")]
    return [
        {"id": "name", "type": "text", "label": {"vi": "Họ và tên"}},
        {"id": "sex", "type": "choice", "label": {"vi": "Giới tính"}, "options": options},
        {"id": "married", "type": "yes_no", "label": {"vi": "Kết hôn chưa?"}},
    ]
