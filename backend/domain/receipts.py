"""Receipts: our signed word on what the server holds, and the secret that opens the resident's page."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from joserfc import jws

from backend.domain import keys
from backend.domain.at_rest import keyed_hash, keyed_hashes
from backend.domain.keys import Purpose

SECRET = 16
WHOLE = "whole"


@dataclass(frozen=True)
class Kept:
    """What the sender gets: the receipt, and the slip that is small enough for a QR. Both are JWS (ES256)."""

    receipt: str
    slip: str


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What a receipt says. `files` are all that belong to the submission, `missing` those not here."""

    submission_id: str
    code: str
    state: str
    content_sha256: str
    files: tuple[dict[str, Any], ...]
    missing: tuple[str, ...]
    received_at: datetime
    server_time: datetime
    replaces: str | None = None


def sign(said: Statement) -> Kept:
    """Give receipt and slip of a submission. Two signatures of the same are different bytes: keep them."""
    secret = secret_of(said.submission_id)
    payload: dict[str, Any] = {
        "typ": "receipt",
        "id": said.submission_id,
        "code": said.code,
        "state": said.state,
        "content": said.content_sha256,
        "files": list(said.files),
        "missing": list(said.missing),
        "received_at": written(said.received_at),
        "server_time": written(said.server_time),
        "secret": secret,
    }
    if said.replaces is not None:
        payload["replaces"] = said.replaces
    receipt = _signed(payload)
    named = hashlib.sha256(receipt.encode()).hexdigest()
    at = written(said.received_at)
    slip = {"typ": "slip", "code": said.code, "receipt": named, "at": at, "secret": secret}
    if said.state != WHOLE:
        slip["state"] = said.state  # a paper must not say more than its receipt
    return Kept(receipt, _signed(slip))


def secret_of(submission_id: str) -> str:
    """Give the secret that opens the resident's page of a submission: 128 bits, 22 characters."""
    return _text(keyed_hash("receipt", submission_id))


def opens(secret: str, submission_ids: Iterable[str]) -> bool:
    """Tell whether a secret belongs to one of these submissions, in the same time for every answer."""
    given = secret.encode()
    matches = [
        hmac.compare_digest(_text(possible).encode(), given)
        for submission_id in submission_ids
        for possible in keyed_hashes("receipt", submission_id)
    ]
    return any(matches)


def written(moment: datetime) -> str:
    """Give a moment as the wire writes it: UTC, whole seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _signed(payload: dict[str, Any]) -> str:
    key = keys.current(Purpose.RECEIPT)
    content = json.dumps(payload, separators=(",", ":"))
    return jws.serialize_compact({"alg": "ES256", "kid": key.kid}, content, key.material, ["ES256"])


def _text(hashed: bytes) -> str:
    return base64.urlsafe_b64encode(hashed[:SECRET]).rstrip(b"=").decode()
