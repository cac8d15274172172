"""A phone is known by its secret alone, belongs to one person at a time, and can be revoked."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import people, phones
from backend.domain.errors import Code, Refusal
from backend.storage import phones as rows
from backend.storage.database import db, transaction
from tests.factories.people import person
from tests.factories.phone import phone, secret

LO = "11111111-1111-4111-8111-111111111111"
VI = "22222222-2222-4222-8222-222222222222"


@pytest.fixture
def noise(stored: Flask) -> None:
    """Other phones of other people."""
    phones.bind(phone(), VI)
    phones.bind(phone(), VI)


def test_an_unknown_secret_is_a_new_phone_and_writes_nothing(stored: Flask) -> None:
    own = secret()
    first = phones.known(own)
    assert (first.is_kept, first.person_id) == (False, None)
    assert phones.known(own) == first
    assert db.session.query(rows.PhoneRow).count() == 0


def test_only_the_hash_of_a_secret_is_kept(stored: Flask) -> None:
    own = secret()
    with transaction():
        phones.keep(phones.known(own))
        phones.keep(phones.known(own))
    (row,) = db.session.query(rows.PhoneRow).all()
    assert own not in (row.id, row.secret_hash)
    assert phones.known(own).is_kept


@pytest.mark.parametrize(
    "wrong", ["", "short", "x" * 42, "x" * 44, "x" * 42 + "=", "é" * 43, "x" * 43 + "\n"]
)
def test_a_misshapen_secret_is_refused(stored: Flask, wrong: str) -> None:
    with pytest.raises(Refusal) as refusal:
        phones.known(wrong)
    assert refusal.value.code is Code.PHONE_SECRET_WRONG


@pytest.mark.usefixtures("noise")
def test_binding_moves_a_phone_to_another_person_and_remembers_the_first(stored: Flask) -> None:
    own = secret()
    phones.bind(phones.known(own), LO)
    phones.bind(phones.known(own), LO)
    assert phones.known(own).person_id == LO
    phones.bind(phones.known(own), VI)
    bound = phones.known(own)
    assert bound.person_id == VI
    assert [line.person_id for line in rows.bindings_of(bound.id)] == [LO, VI]
    assert phones.was_bound(bound.id, LO)
    assert phones.was_bound(bound.id, VI)
    assert phones.of_person(LO) == ()


def test_a_phone_that_was_never_bound_verifies_nobody(stored: Flask) -> None:
    phones.bind(phone(), LO)
    assert not phones.was_bound(phone().id, LO)


@pytest.mark.usefixtures("noise")
def test_an_unbound_phone_is_nobodys_but_its_past_counts(stored: Flask) -> None:
    own = secret()
    phones.unbind(phones.known(own))
    phones.bind(phones.known(own), LO)
    phones.unbind(phones.known(own))
    assert phones.known(own).person_id is None
    assert phones.was_bound(phones.known(own).id, LO)
    (line,) = rows.bindings_of(phones.known(own).id)
    assert line.ended_at is not None


@pytest.mark.usefixtures("noise")
def test_who_leaves_keeps_no_phone(stored: Flask) -> None:
    own, other = secret(), secret()
    phones.bind(phones.known(own), LO)
    phones.bind(phones.known(other), LO)
    assert len(phones.of_person(LO)) == 2
    phones.end_all(LO)
    assert phones.of_person(LO) == ()
    assert len(phones.of_person(VI)) == 2


def test_a_revoked_phone_is_not_listened_to(stored: Flask) -> None:
    own = secret()
    phones.bind(phones.known(own), LO)
    phones.revoke(phones.known(own).id, by=VI)
    with pytest.raises(Refusal) as refusal:
        phones.known(own)
    assert refusal.value.code is Code.PHONE_REVOKED
    (shown,) = phones.of_person(LO)
    assert shown.revoked_at is not None


def test_a_phone_that_is_not_there_cannot_be_revoked(stored: Flask) -> None:
    with pytest.raises(Refusal) as refusal:
        phones.revoke(LO, by=VI)
    assert refusal.value.code is Code.PHONE_NOT_FOUND


def test_nobody_binds_a_phone_after_their_account_ended(stored: Flask) -> None:
    """The page was opened before: the phone would go on reading what the desk tells that person."""
    gone = person()
    people.end(gone.id, by=None)
    with pytest.raises(Refusal) as refusal:
        phones.bind(phone(), gone.id)
    assert refusal.value.code is Code.PERSON_ENDED
    assert phones.of_person(gone.id) == ()
