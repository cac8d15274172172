"""Phones: each has a secret of its own, the only credential for sending, and may belong to a person."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.storage import people as person_rows
from backend.storage import phones as rows
from backend.storage.database import transaction

SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Phone:
    """A phone that asks, and the person it is bound to now. A new one is not kept yet."""

    id: str
    secret_hash: str
    person_id: str | None = None
    is_kept: bool = True


@dataclass(frozen=True)
class BoundPhone:
    """A phone as its person and the administrator see it."""

    id: str
    made_at: datetime
    bound_at: datetime | None
    revoked_at: datetime | None


def known(secret: str) -> Phone:
    """Give the phone with this secret; an unknown secret is a new phone, not an error.

    Nothing is written: a new phone is kept when it sends or is bound. Raises Refusal
    phone_secret_wrong, or phone_revoked when it was reported lost.
    """
    if not SECRET.fullmatch(secret):
        raise Refusal(Kind.INVALID, Code.PHONE_SECRET_WRONG)
    secret_hash = hashlib.sha256(secret.encode()).hexdigest()
    row = rows.with_hash(secret_hash)
    if row is None:
        return Phone(str(uuid5(NAMESPACE_OID, secret_hash)), secret_hash, is_kept=False)
    if row.revoked_at is not None:
        raise Refusal(Kind.REVOKED, Code.PHONE_REVOKED)
    return Phone(row.id, secret_hash, row.person_id)


def keep(phone: Phone) -> None:
    """Keep a phone inside the caller's transaction; one that is kept already stays as it is."""
    rows.add_once(phone.id, phone.secret_hash, now())


def bind(phone: Phone, person_id: str) -> None:
    """Note that a phone belongs to a person from now on; who had it before has it no longer.

    Raises Refusal person_ended: an account may end while its person binds a phone.
    """
    with transaction():
        person = person_rows.locked(person_id)
        if person is not None and not person.active:
            raise Refusal(Kind.CONFLICT, Code.PERSON_ENDED)
        keep(phone)
        row = _claim(phone.id)
        if row.person_id == person_id:
            return
        moment = now()
        rows.end_bindings(phone.id, moment)
        rows.add_binding(rows.PhoneBindingRow(phone_id=phone.id, person_id=person_id, bound_at=moment))
        row.person_id, row.bound_at = person_id, moment


def unbind(phone: Phone) -> None:
    """Note that a phone belongs to nobody from now on. What it sent stays its person's."""
    with transaction():
        row = rows.one(phone.id)
        if row is not None:
            _release(row)


def release(phone_id: str, person_id: str) -> None:
    """Unbind a phone from a person who signs out, unless it belongs to somebody else by now."""
    with transaction():
        row = rows.one(phone_id)
        if row is not None and row.person_id == person_id:
            _release(row)


def end_all(person_id: str) -> None:
    """Take all phones from a person who leaves."""
    with transaction():
        for row in rows.of_person(person_id):
            _release(row)


def revoke(phone_id: str, *, by: str) -> None:
    """Never listen to a lost phone again. Raises Refusal phone_not_found."""
    with transaction():
        row = _claim(phone_id)
        if row.revoked_at is None:
            row.revoked_at, row.revoked_by = now(), by


def of_person(person_id: str) -> tuple[BoundPhone, ...]:
    """Give the phones bound to a person, the newest binding first."""
    bound = rows.of_person(person_id)
    return tuple(BoundPhone(row.id, row.made_at, row.bound_at, row.revoked_at) for row in bound)


def was_bound(phone_id: str, person_id: str) -> bool:
    """Tell whether a phone is or was bound to a person: only then an author's name counts."""
    return rows.was_bound(phone_id, person_id)


def _claim(phone_id: str) -> rows.PhoneRow:
    row = rows.one(phone_id)
    if row is None:
        raise missing(Code.PHONE_NOT_FOUND)
    return row


def _release(row: rows.PhoneRow) -> None:
    rows.end_bindings(row.id, now())
    row.person_id = row.bound_at = None
