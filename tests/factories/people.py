"""People with roles, and clients on which they are signed in."""

from __future__ import annotations

from typing import TypeVar
from uuid import uuid4

from flask import session
from flask.testing import FlaskClient

from backend.domain import communes, people
from backend.domain.errors import Refusal
from backend.domain.people import Person
from backend.domain.permissions import PROVINCE_ROLES, Role, RoleHeld
from backend.storage import people as rows
from backend.web import signing_in
from tests.factories.communes import commune as commune_of
from tests.factories.communes import units
from tests.page_client import PageClient

Client = TypeVar("Client", PageClient, FlaskClient)
PASSWORD = "bếp lửa sau nhà sàn"


def person(
    role: Role = Role.DESK_OFFICER,
    commune: str = "16001",
    *,
    name: str = "Vi Văn Mẫu",
    phone_number: str | None = None,
    password: str | None = None,
) -> Person:
    """Give a person who took up the invitation; a role of the province has no commune."""
    held = RoleHeld(role, None if role in PROVINCE_ROLES else commune)
    _have(held.commune_code)
    invited = people.invite(name, roles=(held,), phone_number=phone_number, by=None)
    hashed = signing_in.hashed(password) if password else f"opens nothing {uuid4()}"
    accepted = people.accept(invited.id, seen=_mark(invited.id), password_hash=hashed)
    return Person(accepted.id, accepted.name, accepted.roles)


def signed_in(client: Client, who: Person) -> Client:
    """Give the client with the session of this person, as the sign-in page would leave it."""
    http = client.http if isinstance(client, PageClient) else client
    row = rows.one(who.id)
    assert row is not None
    with http.application.test_request_context("/"):
        signing_in.start_session(row)
        kept = dict(session)
    with http.session_transaction() as opened:
        opened.update(kept)
    return client


def _mark(person_id: str) -> str:
    row = rows.one(person_id)
    assert row is not None
    return row.fs_uniquifier


def _have(code: str | None) -> None:
    """See to it that the commune is there; a site of the tests has its own."""
    if code is None:
        return
    try:
        communes.find(code)
    except Refusal:
        communes.load_units(units(commune_of(code)))
