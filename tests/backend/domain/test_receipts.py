"""Receipts verify with the published key alone, and a secret opens its own submission only."""

from __future__ import annotations

import hashlib
import json

import pytest
from flask import Flask
from joserfc import jws
from joserfc.errors import BadSignatureError
from joserfc.jwk import ECKey

from backend.domain import keys, receipts
from backend.domain.clock import now
from backend.domain.keys import Purpose
from backend.domain.receipts import Statement

ID = "11111111-1111-4111-8111-111111111111"


def statement(**changes: object) -> Statement:
    values: dict[str, object] = {
        "submission_id": ID,
        "code": "TS7K4M92QX",
        "state": "waiting_for_files",
        "content_sha256": "a" * 64,
        "files": ({"id": ID, "size": 3, "sha256": "b" * 64},),
        "missing": (ID,),
        "received_at": now(),
        "server_time": now(),
    }
    return Statement(**(values | changes))  # type: ignore[arg-type]


def verified(token: str) -> dict[str, object]:
    """Verify as a phone does: with the published key that the header names."""
    header = jws.extract_compact(token.encode()).protected
    assert set(header) == {"alg", "kid"}
    public = next(key for key in keys.published()["receipt"] if key["kid"] == header["kid"])
    payload: dict[str, object] = json.loads(
        jws.deserialize_compact(token, ECKey.import_key(public), algorithms=["ES256"]).payload
    )
    return payload


def test_a_receipt_says_what_the_server_holds(app: Flask) -> None:
    said = verified(receipts.sign(statement(replaces=ID)).receipt)
    assert said.pop("received_at") == said.pop("server_time")
    assert said == {
        "typ": "receipt",
        "id": ID,
        "code": "TS7K4M92QX",
        "state": "waiting_for_files",
        "content": "a" * 64,
        "files": [{"id": ID, "size": 3, "sha256": "b" * 64}],
        "missing": [ID],
        "secret": receipts.secret_of(ID),
        "replaces": ID,
    }


def test_a_slip_names_its_receipt_and_fits_into_a_qr(app: Flask) -> None:
    kept = receipts.sign(statement())
    said = verified(kept.slip)
    assert said["receipt"] == hashlib.sha256(kept.receipt.encode()).hexdigest()
    assert set(said) == {"typ", "code", "receipt", "at", "secret", "state"}
    assert len(kept.slip) < 450


def test_only_the_slip_of_a_whole_receipt_says_nothing_of_its_state(app: Flask) -> None:
    assert "state" not in verified(receipts.sign(statement(state="whole", missing=())).slip)
    assert verified(receipts.sign(statement()).slip)["state"] == "waiting_for_files"


def test_a_changed_receipt_does_not_verify(app: Flask) -> None:
    head, payload, signature = receipts.sign(statement()).receipt.split(".")
    letter = "A" if payload[20] != "A" else "B"
    with pytest.raises(BadSignatureError):
        verified(".".join((head, payload[:20] + letter + payload[21:], signature)))


def test_receipts_of_before_a_rotation_verify(app: Flask) -> None:
    before = receipts.sign(statement()).receipt
    keys.rotate(Purpose.RECEIPT)
    assert verified(before)["id"] == verified(receipts.sign(statement()).receipt)["id"] == ID


def test_a_secret_opens_its_own_submission_only(app: Flask) -> None:
    secret = receipts.secret_of(ID)
    assert len(secret) == 22
    assert receipts.opens(secret, [ID])
    assert receipts.opens(secret, ["another", ID])
    assert not receipts.opens(secret, ["another"])
    assert not receipts.opens(secret, [])
    for wrong in ("", secret[:-1], secret + "A", "é" * 22):
        assert not receipts.opens(wrong, [ID])


def test_a_secret_on_paper_opens_after_a_rotation(app: Flask) -> None:
    before = receipts.secret_of(ID)
    keys.rotate(Purpose.HASH)
    assert receipts.secret_of(ID) != before
    assert receipts.opens(before, [ID])
