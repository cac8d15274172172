"""A correction keeps the dossier and its code; only who sent the earlier submission may make one."""

from __future__ import annotations

from flask import Flask

from backend.domain import communes, dossiers, phones
from backend.domain.errors import Code
from backend.domain.submissions import Author
from tests.backend.domain.kept import LO, count, refused
from tests.factories.communes import commune, units
from tests.factories.form import published
from tests.factories.phone import phone, secret
from tests.factories.submission import WORDS, received


def test_a_correction_points_the_same_dossier_to_the_new_submission(desk: Flask) -> None:
    asks = phone()
    first, _ = received(asks)
    second, _ = received(asks, replaces=first, answers={"child_name": WORDS[1]})
    before, after = dossiers.of_submission(first), dossiers.of_submission(second)
    assert before == after
    assert after is not None
    assert after.submission_id == second
    assert count() == (2, 1)


def test_only_the_phone_that_sent_it_or_its_author_may_replace(desk: Flask) -> None:
    own, other = secret(), secret()
    phones.bind(phones.known(own), LO)
    first, _ = received(phones.known(own), author=Author(role="volunteer", person=LO))
    with refused() as caught:
        received(phones.known(other), replaces=first)
    assert caught[0].code is Code.REPLACED_NOT_FOUND
    phones.bind(phones.known(other), LO)
    received(phones.known(other), replaces=first)
    assert count() == (2, 1)


def test_a_correction_is_of_the_same_form(desk: Flask) -> None:
    published("khac")
    asks = phone()
    first, _ = received(asks)
    with refused() as caught:
        received(asks, replaces=first, form_id="khac")
    assert caught[0].code is Code.REPLACED_NOT_FOUND


def test_a_correction_is_for_the_same_commune(desk: Flask) -> None:
    other = commune("17731")
    communes.load_units(units(commune(), other))
    asks = phone()
    first, _ = received(asks)
    with refused() as caught:
        received(asks, replaces=first, commune_code=other.code)
    assert caught[0].code is Code.REPLACED_NOT_FOUND


def test_what_was_withdrawn_takes_no_correction(desk: Flask) -> None:
    asks = phone()
    first, _ = received(asks)
    dossier = dossiers.of_submission(first)
    assert dossier is not None
    dossiers.withdraw(dossier.code, by=LO, version=dossier.version)
    with refused() as caught:
        received(asks, replaces=first)
    assert (caught[0].code, caught[0].kind.value) == (Code.DOSSIER_CLOSED, "invalid")
