"""Invite people, let them take up the invitation, and end what they may do."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from backend.domain import communes, permissions
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.domain.people._find import in_full
from backend.domain.people._names import canonical_number, clean_name, free_sign_in_name
from backend.domain.people._person import Person, PersonInFull
from backend.domain.permissions import PROVINCE_ROLES, Role, RoleHeld
from backend.storage import people as rows
from backend.storage.database import transaction
from backend.storage.people import PersonRow, RoleHeldRow


def invite(
    name: str, *, roles: tuple[RoleHeld, ...], phone_number: str | None = None, by: Person | None
) -> PersonInFull:
    """Add a person who cannot sign in yet; `by` is missing when an operator does it at the command line.

    Raises name_wrong, phone_number_wrong, phone_number_taken, role_wrong, commune_not_found, not_allowed.
    """
    clean, number = clean_name(name), canonical_number(phone_number) if phone_number else None
    for role in roles:
        _check_role(role, by)
    try:
        return _add(clean, number, roles, by)
    except IntegrityError:  # another invitation took the same name or number at this very moment
        return _add(clean, number, roles, by)


def invite_again(person_id: str, *, by: Person | None) -> PersonInFull:
    """Make links given out earlier worthless and end the sessions, so that a new link can be given.

    Raises person_not_found, person_ended, not_allowed.
    """
    with transaction():
        row = _row(person_id)
        _check_over(row, by)
        if not row.active:
            raise Refusal(Kind.CONFLICT, Code.PERSON_ENDED)
        row.fs_uniquifier = uuid4().hex
        row.invited_at = now()
    return in_full(row)


def accept(person_id: str, *, seen: str, password_hash: str, name: str | None = None) -> PersonInFull:
    """Take up an invitation with a password. `seen` is the mark that the link was made for.

    A `name` corrects the one of somebody invited at the command line. Raises name_wrong, and
    invitation_used when the mark is another by now: the link was used or a newer one was given.
    """
    clean = clean_name(name) if name is not None else None
    with transaction():
        row = rows.locked(person_id)
        if row is None or row.fs_uniquifier != seen or not row.active:
            raise Refusal(Kind.CONFLICT, Code.INVITATION_USED)
        if clean is not None and clean != row.name and in_full(row).may_correct_name:
            row.name, row.sign_in_name = clean, free_sign_in_name(clean)
        row.fs_uniquifier = uuid4().hex
        row.password = password_hash
        row.accepted_at = row.signed_in_at = now()
    return in_full(row)


def end(person_id: str, *, by: Person | None) -> None:
    """End what a person may do: sessions and links stop at once, sealed work is still received.

    Raises person_not_found, not_allowed, cannot_end_oneself. Ending twice changes nothing.
    """
    if by is not None and by.id == person_id:
        raise Refusal(Kind.CONFLICT, Code.CANNOT_END_ONESELF)
    with transaction():
        row = _row(person_id)
        _check_over(row, by)
        if row.active:
            row.active = False
            row.fs_uniquifier = uuid4().hex
            row.ended_at, row.ended_by = now(), by.id if by else None


def end_sessions(person_id: str) -> None:
    """Sign a person out in every browser: nobody knows which of them a lost phone is.

    Links that were not taken up end too. Raises person_not_found.
    """
    with transaction():
        _row(person_id).fs_uniquifier = uuid4().hex


def note_sign_in(person_id: str, *, password_hash: str | None = None) -> None:
    """Note when a person last signed in, and keep a hash that the library made stronger."""
    with transaction():
        row = _row(person_id)
        row.signed_in_at = now()
        if password_hash is not None:
            row.password = password_hash


def _check_role(role: RoleHeld, by: Person | None) -> None:
    is_of_province = role.role in PROVINCE_ROLES
    if role.role is Role.RESIDENT or is_of_province is not (role.commune_code is None):
        raise Refusal(Kind.INVALID, Code.ROLE_WRONG)
    if role.commune_code is not None:
        communes.find(role.commune_code)
    if by is not None and not permissions.may_give(by.roles, role):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)


def _check_over(row: PersonRow, by: Person | None) -> None:
    """Only who may give every role of a person may end the person or hand out a new link."""
    if by is not None and not by.is_over(in_full(row)):
        raise Refusal(Kind.FORBIDDEN, Code.NOT_ALLOWED)


def _add(name: str, number: str | None, roles: tuple[RoleHeld, ...], by: Person | None) -> PersonInFull:
    with transaction():
        if number is not None and rows.of_phone_number(number) is not None:
            raise Refusal(Kind.CONFLICT, Code.PHONE_NUMBER_TAKEN)
        row = _new_row(name, number, by)
        row.held = [_role_row(role, row, by) for role in roles]
        rows.add(row)
    return in_full(row)


def _new_row(name: str, number: str | None, by: Person | None) -> PersonRow:
    return PersonRow(
        id=str(uuid4()),
        fs_uniquifier=uuid4().hex,
        name=name,
        sign_in_name=free_sign_in_name(name),
        phone_number=number,
        active=True,
        invited_at=now(),
        invited_by=by.id if by else None,
    )


def _role_row(role: RoleHeld, person: PersonRow, by: Person | None) -> RoleHeldRow:
    return RoleHeldRow(
        person_id=person.id,
        role=role.role.value,
        commune_code=role.commune_code,
        given_at=now(),
        given_by=by.id if by else None,
    )


def _row(person_id: str) -> PersonRow:
    row = rows.locked(person_id)
    if row is None:
        raise missing(Code.PERSON_NOT_FOUND)
    return row
