"""Forms as they were published: one row for each id and version, never changed afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, String, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from backend.storage.columns import Json, UtcDateTime
from backend.storage.database import Model, db


class FormRow(Model):
    """One version of a form; only the two withdrawn_… columns are ever written again."""

    __tablename__ = "forms"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(Json, deferred=True)
    content_hash: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_reason: Mapped[str | None] = mapped_column(String(500))


_FORMS = FormRow.__table__.c
_WITHOUT_CONTENT = select(*(column for column in _FORMS if column.name != "content")).where(
    _FORMS.id == bindparam("id"), _FORMS.version == bindparam("version")
)


def without_content(form_id: str, version: int) -> Row[Any] | None:
    """Give one version of a form as it stands, to read only: every other column than its content."""
    return db.session.execute(_WITHOUT_CONTENT, {"id": form_id, "version": version}).one_or_none()


def one(form_id: str, version: int) -> FormRow | None:
    """Give one version of a form."""
    return db.session.get(FormRow, (form_id, version))


def content(form_id: str, version: int) -> dict[str, Any]:
    """Give the content of one version, which is large and otherwise not read."""
    query = select(FormRow.content).where(FormRow.id == form_id, FormRow.version == version)
    found: dict[str, Any] = db.session.scalars(query).one()
    return found


def versions(form_id: str) -> list[FormRow]:
    """Give all versions of a form, newest first."""
    query = select(FormRow).where(FormRow.id == form_id).order_by(FormRow.version.desc())
    return list(db.session.scalars(query))


def every() -> list[FormRow]:
    """Give all versions of all forms by id, newest first."""
    return list(db.session.scalars(select(FormRow).order_by(FormRow.id, FormRow.version.desc())))


def standing() -> list[tuple[str, int, str, bool]]:
    """Give id, version, hash and whether it is withdrawn, of all and in the same order, without contents."""
    is_withdrawn = FormRow.withdrawn_at.is_not(None)
    columns = select(FormRow.id, FormRow.version, FormRow.content_hash, is_withdrawn)
    rows = db.session.execute(columns.order_by(FormRow.id, FormRow.version.desc()))
    return [(form_id, version, digest, bool(withdrawn)) for form_id, version, digest, withdrawn in rows]


def add(row: FormRow) -> None:
    """Add a row; the caller's transaction keeps it."""
    db.session.add(row)
