"""The server's keys: what phones seal to, what signs receipts, what locks the database, what hashes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Any

from joserfc.errors import JoseError
from joserfc.jwk import ECKey, OctKey

from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.storage import key_files as files


class Purpose(StrEnum):
    """What a key is for; no key has two purposes."""

    SEAL = "seal"
    RECEIPT = "receipt"
    REST = "rest"
    HASH = "hash"


ELLIPTIC = (Purpose.SEAL, Purpose.RECEIPT)
SEAL_OPENS = timedelta(days=365)
"""For how long a retired key still opens: an outbox may be months old."""
RECEIPT_STANDS = timedelta(days=5 * 365 + 1)
"""For how long a retired key is published: a receipt is shown years later."""


@dataclass(frozen=True)
class Key:
    """One key. It is retired from the moment a younger one of its purpose was made."""

    purpose: Purpose
    kid: str
    made_at: datetime
    material: ECKey | OctKey
    retired_at: datetime | None = None

    @property
    def public(self) -> dict[str, Any]:
        """The public half as a JWK (RFC 7517)."""
        return {**self.material.as_dict(private=False), "kid": self.kid}

    @property
    def secret(self) -> bytes:
        """The bytes of a symmetric key."""
        if not isinstance(self.material, OctKey):
            raise TypeError(f"a key for {self.purpose} has two halves")
        return self.material.raw_value


def make_missing() -> tuple[Key, ...]:
    """Make a key for each purpose that has none; gives those that were made."""
    return tuple(_make(purpose, now()) for purpose in lacking())


def rotate(purpose: Purpose) -> Key:
    """Make a new key of a purpose; the one before retires, and running workers notice by themselves."""
    known = of_purpose(purpose)
    moment = now()
    if known:  # a clock that was set back must not leave the old key in charge
        moment = max(moment, known[0].made_at + timedelta(seconds=1))
    return _make(purpose, moment)


def lacking() -> tuple[Purpose, ...]:
    """Give the purposes that have no key."""
    return tuple(purpose for purpose in Purpose if not of_purpose(purpose))


def open_to_others() -> tuple[str, ...]:
    """Give the key files that others on this machine may read."""
    return files.open_to_others()


def of_purpose(purpose: Purpose) -> tuple[Key, ...]:
    """Give all keys of a purpose, the current first."""
    return tuple(key for key in known() if key.purpose is purpose)


def current(purpose: Purpose) -> Key:
    """Give the key of a purpose that is used for new things. Raises Refusal keys_missing."""
    found = of_purpose(purpose)
    if not found:
        raise Refusal(Kind.UNAVAILABLE, Code.KEYS_MISSING, purpose=purpose.value)
    return found[0]


def by_id(purpose: Purpose, kid: str) -> Key | None:
    """Give one key, retired or not, or None."""
    return next((key for key in of_purpose(purpose) if key.kid == kid), None)


def published() -> dict[str, list[dict[str, Any]]]:
    """Give what everyone may know: the key to seal to, and those that verify receipts, newest first."""
    oldest = now() - RECEIPT_STANDS
    standing = [k for k in of_purpose(Purpose.RECEIPT) if k.retired_at is None or k.retired_at > oldest]
    return {
        "seal": [current(Purpose.SEAL).public],
        "receipt": [current(Purpose.RECEIPT).public, *(key.public for key in standing[1:])],
    }


def known() -> tuple[Key, ...]:
    """Give all keys by purpose, the youngest of each first. Raises Refusal keys_wrong, naming a file.

    The folder is listed anew each time, so that a rotation reaches workers that run.
    """
    return _load(str(files.folder()), files.names())


@lru_cache(maxsize=4)
def _load(_folder: str, names: tuple[str, ...]) -> tuple[Key, ...]:
    read = [_read(name) for name in names]
    by_purpose = [
        sorted((key for key in read if key.purpose is purpose), key=lambda key: key.made_at, reverse=True)
        for purpose in Purpose
    ]
    return tuple(key for keys in by_purpose for key in _retired(keys))


def _retired(youngest_first: list[Key]) -> list[Key]:
    younger = pairwise(youngest_first)
    return youngest_first[:1] + [replace(key, retired_at=successor.made_at) for successor, key in younger]


def _read(name: str) -> Key:
    try:
        content = files.read(name)
        purpose = Purpose(content["purpose"])
        kind = ECKey if purpose in ELLIPTIC else OctKey
        material = kind.import_key(content["key"])
        key = Key(purpose, _kid(material), datetime.fromisoformat(content["made_at"]), material)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, JoseError) as error:
        raise Refusal(Kind.UNAVAILABLE, Code.KEYS_WRONG, file=name) from error
    if name != _name(key) or key.made_at.tzinfo is None or not material.is_private:
        raise Refusal(Kind.UNAVAILABLE, Code.KEYS_WRONG, file=name)
    return key


def _make(purpose: Purpose, made_at: datetime) -> Key:
    material: ECKey | OctKey
    material = ECKey.generate_key("P-256") if purpose in ELLIPTIC else OctKey.generate_key(256)
    key = Key(purpose, _kid(material), made_at, material)
    written = {"purpose": purpose.value, "made_at": made_at.isoformat(), "key": _private(material)}
    files.write(_name(key), written)
    return key


def _private(material: ECKey | OctKey) -> dict[str, Any]:
    return dict(material.as_dict(private=True))


def _kid(material: ECKey | OctKey) -> str:
    """Name a key by the beginning of its thumbprint (RFC 7638)."""
    return material.thumbprint()[:16]


def _name(key: Key) -> str:
    return f"{key.purpose.value}-{key.kid}.json"
