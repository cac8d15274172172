"""The phone that asks: whose it is, and binding it to who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import session

from backend.domain import people, phones
from backend.domain.people import Person
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._record_schema import schema_of

phone = Blueprint("phone", __name__, description="The phone that asks, and the person it is bound to")


@dataclass(frozen=True)
class WhosePhone:
    """Whose the phone is; nothing when it is nobody's."""

    person: Person | None = None


@phone.get("/phone")
@access.phone
@phone.asked_by_phone
@phone.refuses(401, 422)
@phone.response(200, schema_of(WhosePhone))
def read_phone() -> Any:
    """Say whose this phone is."""
    asks = phones.known(access.phone_secret())
    return _whose(asks.person_id)


@phone.put("/phone")
@access.own_phone
@phone.asked_by_phone
@phone.refuses(401, 403, 409, 422)
@phone.response(200, schema_of(WhosePhone))
def bind_phone() -> Any:
    """Bind this phone to who is signed in; who had it before has it no longer."""
    asks, person = phones.known(access.phone_secret()), access.here()
    phones.bind(asks, person.id)
    session["phone"] = asks.id
    return _whose(person.id)


@phone.delete("/phone")
@access.phone
@phone.asked_by_phone
@phone.refuses(401, 422)
@phone.response(200, schema_of(WhosePhone))
def unbind_phone() -> Any:
    """Let this phone be nobody's again; what it sent stays its person's."""
    phones.unbind(phones.known(access.phone_secret()))
    return _whose(None)


def _whose(person_id: str | None) -> WhosePhone:
    if person_id is None:
        return WhosePhone()
    person = people.find(person_id)
    return WhosePhone(Person(person.id, person.name, person.roles))
