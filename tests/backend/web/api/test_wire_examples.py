"""Phone and server mean the same: examples that the phone's own code made, read by the server's."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from backend.domain import keys, sealing
from backend.domain.clock import now
from backend.domain.keys import Key, Purpose
from backend.settings import ROOT
from backend.web.api._sealed_schema import SealedContentSchema
from backend.web.api._sent_body import SentBody, canonical
from backend.web.api._submission_schema import SubmissionSchema

FOLDER = ROOT / "tests" / "shared" / "wire"


def example(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def verified(token: str) -> dict[str, Any]:
    """Verify with the key that the header names."""
    kid = jws.extract_compact(token.encode()).protected["kid"]
    public = next(key for key in example("receipts")["keys"] if key["kid"] == kid)
    signed = jws.deserialize_compact(token, ECKey.import_key(public), algorithms=["ES256"])
    values: dict[str, Any] = json.loads(signed.payload)
    return values


@pytest.fixture
def phones_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the server own the key that the examples are sealed to."""
    private = example("sealed")["private_key"]
    key = Key(Purpose.SEAL, private["kid"], now(), ECKey.import_key(private))
    monkeypatch.setattr(keys, "by_id", lambda purpose, kid: key if kid == key.kid else None)


@pytest.mark.parametrize("place", range(len(example("canonical"))))
def test_both_write_a_value_in_the_same_way(place: int) -> None:
    one = example("canonical")[place]
    assert canonical(one["value"]) == one["canonical"]
    assert hashlib.sha256(one["canonical"].encode()).hexdigest() == one["sha256"]


@pytest.mark.usefixtures("phones_key")
def test_what_the_phone_sealed_opens() -> None:
    one = example("sealed")
    assert sealing.opened(one["sealed"]) == json.loads(one["opened"])


@pytest.mark.usefixtures("phones_key")
def test_the_server_takes_the_wire_and_hashes_it_as_the_phone_does() -> None:
    one = example("submission")
    sent: SentBody = SubmissionSchema().load(json.loads(one["wire"]))
    assert sent.sha256 == one["sha256"] == hashlib.sha256(one["wire"].encode()).hexdigest()
    assert SealedContentSchema().load(sealing.opened(sent.sealed)).answers


def test_receipt_and_slip_belong_to_the_submission() -> None:
    one = example("submission")
    receipt, slip = verified(one["receipt"]), verified(one["slip"])
    assert (receipt["id"], receipt["content"]) == (one["id"], one["sha256"])
    assert slip["receipt"] == hashlib.sha256(one["receipt"].encode()).hexdigest()


def test_what_is_signed_verifies_and_nothing_else() -> None:
    examples = example("receipts")
    assert all(verified(token)["typ"] in ("receipt", "slip") for token in examples["signed"])
    for name, token in examples["not_signed"].items():
        try:
            payload = verified(token)
        except (JoseError, ValueError, StopIteration, KeyError):
            continue
        assert payload.get("typ") not in ("receipt", "slip"), name
