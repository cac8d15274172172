"""What the database keeps of people: locked content, and hashes to search by."""

from __future__ import annotations

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from backend.domain import keys
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.keys import Purpose

KID, NONCE = 16, 12


def lock(table: str, id: object, content: bytes) -> bytes:
    """Give content locked for one row of one table: it does not open as another row's.

    AES-256-GCM under the current key (NIST SP 800-38D); key id and nonce stand in front. A random nonce
    is good for 2³² locks under one key.
    """
    key = keys.current(Purpose.REST)
    nonce = os.urandom(NONCE)
    return key.kid.encode() + nonce + AESGCM(key.secret).encrypt(nonce, content, _row(table, id))


def unlock(table: str, id: object, locked: bytes) -> bytes:
    """Give what `lock` was given. Raises Refusal key_lost, or content_damaged when a bit is different."""
    kid = locked[:KID].decode("ascii", "replace")
    key = keys.by_id(Purpose.REST, kid)
    if key is None:
        raise Refusal(Kind.UNAVAILABLE, Code.KEY_LOST, kid=kid)
    nonce, rest = locked[KID : KID + NONCE], locked[KID + NONCE :]
    try:
        return AESGCM(key.secret).decrypt(nonce, rest, _row(table, id))
    except (InvalidTag, ValueError) as error:
        raise Refusal(Kind.UNAVAILABLE, Code.CONTENT_DAMAGED, table=table, id=str(id)) from error


def keyed_hash(purpose: str, text: str) -> bytes:
    """Give the HMAC-SHA-256 of a text under the current key; another purpose is another hash."""
    return _hash(keys.current(Purpose.HASH).secret, purpose, text)


def keyed_hashes(purpose: str, text: str) -> tuple[bytes, ...]:
    """Give the hash under every key there was, the current first: what was hashed before is found too."""
    return tuple(_hash(key.secret, purpose, text) for key in keys.of_purpose(Purpose.HASH))


def _hash(secret: bytes, purpose: str, text: str) -> bytes:
    return hmac.digest(secret, f"{purpose}:{text}".encode(), "sha256")


def _row(table: str, id: object) -> bytes:
    return f"{table}:{id}".encode()
