"""Publish a version of a form once, and withdraw one that turned out wrong."""

from __future__ import annotations

import hashlib
import json

from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.domain.forms._secrets import refuse_secrets
from backend.domain.forms.record import Form
from backend.domain.plain import to_plain
from backend.storage import forms as rows
from backend.storage.database import transaction
from backend.storage.forms import FormRow


def publish(form: Form) -> bool:
    """Keep a version of a form for ever; give False when it was there already with the same content.

    Raises Refusal form_version_exists when the version has other content (answers of people belong
    to it: a changed form is a new version), and asks_for_secret.
    """
    refuse_secrets(form)
    content = to_plain(form)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    with transaction():
        row = rows.one(form.id, form.version)
        if row is not None and row.content_hash != digest:
            raise Refusal(Kind.CONFLICT, Code.FORM_VERSION_EXISTS, form_id=form.id, version=form.version)
        if row is None:
            rows.add(
                FormRow(
                    id=form.id,
                    version=form.version,
                    content=content,
                    content_hash=digest,
                    published_at=now(),
                )
            )
    return row is None


def withdraw(form_id: str, version: int, reason: str) -> bool:
    """Take a version out of use; it stays readable. Give False when it was withdrawn before.

    Raises Refusal form_version_not_found.
    """
    with transaction():
        row = rows.one(form_id, version)
        if row is None:
            raise missing(Code.FORM_VERSION_NOT_FOUND, form_id=form_id, version=version)
        if row.withdrawn_at is not None:
            return False
        row.withdrawn_at, row.withdrawn_reason = now(), reason
    return True
