"""Feeds: what happened to dossiers, told to the phone that sent them and to the person who wrote them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from backend.domain.at_rest import keyed_hash, keyed_hashes, lock, unlock
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.phones import Phone
from backend.domain.plain import to_plain
from backend.storage import feeds as rows
from backend.storage.database import transaction

KEPT = timedelta(days=90)
LIMIT = 100


@dataclass(frozen=True)
class ItemReason:
    """One returned item and why; the note is the desk's, and only for people who are signed in."""

    item: str
    reason: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """Where a dossier stands since a moment. The highest version of a dossier is the newest."""

    submission: str
    code: str
    version: int
    state: str
    at: datetime
    items: tuple[ItemReason, ...] = ()
    portal_code: str | None = None
    portal_code_at: datetime | None = None


@dataclass(frozen=True)
class News:
    """A part of a phone's changes; `more` says that another part is waiting behind the cursor."""

    changes: tuple[Change, ...]
    cursor: str
    more: bool


@dataclass(frozen=True)
class _Place:
    """Where a reader stands in the feeds of its phone and of its person."""

    phone: int = 0
    person: int = 0
    person_tag: str = ""


def tell(*, phone_id: str | None, person_id: str | None, change: Change) -> None:
    """Add a change to the feed of a phone, without the desk's notes, and of a person.

    Inside the caller's transaction, phone first: all who take both feeds take them in the same order.
    """
    if phone_id is not None:
        bare = tuple(replace(item, note=None) for item in change.items)
        _add(f"phone:{phone_id}", replace(change, items=bare))
    if person_id is not None:
        _add(f"person:{person_id}", change)


def since(phone: Phone, cursor: str | None) -> News:
    """Give a phone what is new behind its cursor, or all that is kept when it has none.

    Raises Refusal cursor_forged for one that we did not give to this phone, cursor_stale for one that
    is older than what is kept, or ahead of it.
    """
    tag = hashlib.sha256(phone.person_id.encode()).hexdigest()[:16] if phone.person_id else ""
    place = _Place(person_tag=tag) if cursor is None else _read_cursor(cursor, phone)
    own = _after(f"phone:{phone.id}", place.phone, check=cursor is not None)
    is_same_person = place.person_tag == tag
    position = place.person if is_same_person else 0
    person: list[tuple[int, Change]] = []
    if phone.person_id is not None:
        check = cursor is not None and is_same_person
        person = _after(f"person:{phone.person_id}", position, check=check)
    behind = _Place(_last(own, place.phone), _last(person, position), tag)
    more = len(own) == LIMIT or len(person) == LIMIT
    return News(_together(own, person), _write_cursor(behind, phone), more)


def prune() -> int:
    """Drop changes that are older than 90 days; gives how many."""
    with transaction():
        return rows.drop_before(now() - KEPT)


def _add(feed: str, change: Change) -> None:
    position = rows.next_position(feed)
    content = json.dumps(_written(change), ensure_ascii=False, separators=(",", ":")).encode()
    rows.add(feed, position, change.at, lock("changes", f"{feed}:{position}", content))


def _after(feed: str, position: int, *, check: bool) -> list[tuple[int, Change]]:
    if check:
        oldest, last = rows.extent(feed)
        if position > last or (position < last and not oldest) or position + 1 < oldest:
            raise Refusal(Kind.GONE, Code.CURSOR_STALE)
    return [(row.position, _change(row)) for row in rows.after(feed, position, LIMIT)]


def _together(own: list[tuple[int, Change]], person: list[tuple[int, Change]]) -> tuple[Change, ...]:
    """A change that stands in both feeds is told once, as the person may read it."""
    changes = {(change.code, change.version): change for _, change in (*own, *person)}
    return tuple(sorted(changes.values(), key=lambda change: (change.at, change.code, change.version)))


def _last(read: list[tuple[int, Change]], before: int) -> int:
    return read[-1][0] if read else before


def _change(row: rows.ChangeRow) -> Change:
    value = json.loads(unlock("changes", f"{row.feed}:{row.position}", row.content))
    moments = {
        name: datetime.fromisoformat(value[name]) for name in ("at", "portal_code_at") if name in value
    }
    items = tuple(ItemReason(**item) for item in value.get("items", ()))
    return Change(**(value | moments | {"items": items}))


def _written(change: Change) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(change)
    return plain


def _write_cursor(place: _Place, phone: Phone) -> str:
    body = base64.urlsafe_b64encode(f"{place.phone}.{place.person}.{place.person_tag}".encode()).decode()
    return f"{body}.{_proof(keyed_hash('cursor', f'{phone.id}:{body}'))}"


def _read_cursor(cursor: str, phone: Phone) -> _Place:
    body, _, proof = cursor.partition(".")
    proofs = [_proof(hashed) for hashed in keyed_hashes("cursor", f"{phone.id}:{body}")]
    if not any(hmac.compare_digest(proof.encode(), own.encode()) for own in proofs):
        raise Refusal(Kind.INVALID, Code.CURSOR_FORGED)
    own, person, tag = base64.urlsafe_b64decode(body).decode().split(".")
    return _Place(int(own), int(person), tag)


def _proof(hashed: bytes) -> str:
    return hashed[:16].hex()
