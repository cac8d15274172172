"""A feed has no gaps and follows the commits; a cursor is ours, of this phone, and not too old."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask

from backend.domain import feeds, keys, phones
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.feeds import Change, ItemReason
from backend.domain.keys import Purpose
from backend.domain.phones import Phone
from backend.storage import feeds as rows
from backend.storage.database import db, transaction
from tests.factories.phone import phone, secret

LO = "11111111-1111-4111-8111-111111111111"
NOTE = "Ảnh mờ, chụp lại mặt sau"


def change(version: int = 1, code: str = "TS7K4M92QX", **values: object) -> Change:
    known: dict[str, object] = {"submission": LO, "code": code, "state": "in_check", "at": now()}
    return Change(version=version, **(known | values))  # type: ignore[arg-type]


def tell(to: Phone | None, *changes: Change, person: str | None = None) -> None:
    for one in changes:
        with transaction():
            feeds.tell(phone_id=to and to.id, person_id=person, change=one)


def read(asks: Phone) -> list[Change]:
    """Read a feed to its end, as a phone does."""
    found, cursor, more = [], None, True
    while more:
        news = feeds.since(asks, cursor)
        found += news.changes
        cursor, more = news.cursor, news.more
    return found


def refused(asks: Phone, cursor: str) -> tuple[Kind, Code]:
    with pytest.raises(Refusal) as refusal:
        feeds.since(asks, cursor)
    return refusal.value.kind, refusal.value.code


FORGED, STALE = (Kind.INVALID, Code.CURSOR_FORGED), (Kind.GONE, Code.CURSOR_STALE)


@pytest.fixture
def noise(stored: Flask) -> None:
    """Changes of others."""
    tell(phone(), change(), change(2), person="another")


@pytest.mark.usefixtures("noise")
def test_a_phone_reads_its_own_changes_once(stored: Flask) -> None:
    asks = phone()
    tell(asks, change(1), change(2))
    news = feeds.since(asks, None)
    assert [one.version for one in news.changes] == [1, 2]
    assert not news.more
    assert feeds.since(asks, news.cursor).changes == ()
    tell(asks, change(3))
    assert [one.version for one in feeds.since(asks, news.cursor).changes] == [3]


def test_a_new_phone_has_no_news(stored: Flask) -> None:
    asks = phone()
    news = feeds.since(asks, None)
    assert (news.changes, news.more) == ((), False)
    tell(asks, change())
    assert len(feeds.since(asks, news.cursor).changes) == 1


def test_a_change_comes_back_whole(stored: Flask) -> None:
    asks = phone()
    moment = now()
    filed = change(items=(ItemReason("a", "wrong"),), portal_code="H40.1-1", portal_code_at=moment, at=moment)
    tell(asks, filed)
    assert feeds.since(asks, None).changes == (filed,)


def test_notes_reach_the_person_only(stored: Flask) -> None:
    own = secret()
    returned = change(state="returned", items=(ItemReason("a", "wrong", NOTE),))
    tell(phones.known(own), returned, person=LO)
    assert feeds.since(phones.known(own), None).changes[0].items == (ItemReason("a", "wrong"),)
    phones.bind(phones.known(own), LO)
    assert feeds.since(phones.known(own), None).changes == (returned,)
    assert feeds.since(phone(), None).changes == ()


def test_another_phone_of_the_person_reads_too_until_it_is_unbound(stored: Flask) -> None:
    other = secret()
    phones.bind(phones.known(other), LO)
    tell(phone(), change(), person=LO)
    cursor = feeds.since(phones.known(other), None).cursor
    assert len(read(phones.known(other))) == 1
    phones.unbind(phones.known(other))
    assert feeds.since(phones.known(other), cursor).changes == ()
    assert read(phones.known(other)) == []


def test_a_phone_that_changes_hands_begins_the_feed_of_the_new_person(stored: Flask) -> None:
    own = secret()
    phones.bind(phones.known(own), LO)
    tell(None, change(), change(2), person=LO)
    cursor = feeds.since(phones.known(own), None).cursor
    phones.bind(phones.known(own), "another")
    tell(None, change(7, code="TS00000000"), person="another")
    assert [one.version for one in feeds.since(phones.known(own), cursor).changes] == [7]


def test_a_long_feed_comes_in_parts(stored: Flask) -> None:
    asks = phone()
    with transaction():
        for version in range(feeds.LIMIT * 2 + 1):
            feeds.tell(phone_id=asks.id, person_id=None, change=change(version))
    assert feeds.since(asks, None).more
    assert [one.version for one in read(asks)] == list(range(feeds.LIMIT * 2 + 1))


def test_a_feed_has_no_gaps_and_follows_the_commits(stored: Flask) -> None:
    asks = phone()

    def write(number: int) -> None:
        with stored.app_context():
            for step in range(5):
                try:
                    with transaction():
                        feeds.tell(phone_id=asks.id, person_id=LO, change=change(number * 5 + step))
                        if step == 2:
                            raise KeyError  # a transaction that fails leaves no gap
                except KeyError:
                    pass
            db.session.remove()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    db.session.rollback()
    positions = [row.position for row in rows.after(f"phone:{asks.id}", 0, 100)]
    assert positions == list(range(1, 17))
    assert len(read(asks)) == 16


def test_a_forged_cursor_is_refused(stored: Flask) -> None:
    asks, another = phone(), phone()
    tell(asks, change())
    cursor = feeds.since(asks, None).cursor
    place, _, proof = cursor.partition(".")
    for wrong in (
        "",
        ".",
        place,
        cursor[:-1],
        f"{place[:-1]}A.{proof}",
        f"MC4wLg==.{proof}",
        "é.é",
        cursor + "0",
    ):
        assert refused(asks, wrong) == FORGED
    assert refused(another, cursor) == FORGED
    assert feeds.since(asks, cursor).changes == ()


def test_a_cursor_survives_a_rotation(stored: Flask) -> None:
    asks = phone()
    cursor = feeds.since(asks, None).cursor
    keys.rotate(Purpose.HASH)
    assert feeds.since(asks, cursor).changes == ()


def test_a_cursor_ahead_of_the_feed_is_stale(stored: Flask) -> None:
    """A server that was restored from a backup knows less than the phone."""
    asks = phone()
    tell(asks, change(), change(2))
    cursor = feeds.since(asks, None).cursor
    with transaction():
        db.session.query(rows.ChangeRow).delete()
        db.session.query(rows.FeedRow).delete()
    assert refused(asks, cursor) == STALE
    assert feeds.since(asks, None).changes == ()


def test_what_is_older_than_ninety_days_is_dropped_and_a_reader_behind_it_begins_anew(stored: Flask) -> None:
    asks, late = phone(), phone()
    before = feeds.since(asks, None).cursor
    old = now() - timedelta(days=91)
    tell(asks, change(1, at=old), change(2, at=old))
    read_one = feeds.since(asks, before).cursor
    tell(asks, change(3))
    tell(late, change(1, at=old))
    late_cursor = feeds.since(late, None).cursor
    assert feeds.prune() == 3
    assert refused(asks, before) == STALE
    assert [one.version for one in feeds.since(asks, read_one).changes] == [3]
    assert [one.version for one in feeds.since(asks, None).changes] == [3]
    assert feeds.since(late, late_cursor).changes == ()
    tell(late, change(2))
    assert [one.version for one in feeds.since(late, late_cursor).changes] == [2]


def test_nothing_of_a_change_stands_in_the_database_in_clear(stored: Flask) -> None:
    asks = phone()
    tell(asks, change(items=(ItemReason("a", "wrong", NOTE),)), person=LO)
    (row,) = rows.after(f"person:{LO}", 0, 10)
    assert NOTE.encode() not in row.content
