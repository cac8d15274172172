"""Open what a phone sealed: JWE compact, ECDH-ES on P-256, A256GCM, DEFLATE, and nothing else."""

from __future__ import annotations

import base64
import json
from typing import Any

from joserfc import jwe
from joserfc.errors import ExceededSizeError, JoseError

from backend.domain import keys
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.keys import Key, Purpose

SEALED_MAX = 100 * 1024
OPENED_MAX = 200 * 1024
OURS = {"alg": "ECDH-ES", "enc": "A256GCM", "zip": "DEF"}


class _Registry(jwe.JWERegistry):
    """Our three algorithms. Its DEFLATE stops inflating at 250 KiB: a bomb never unfolds."""

    max_ciphertext_length = SEALED_MAX


REGISTRY = _Registry(algorithms=list(OURS.values()))


def opened(sealed: str) -> dict[str, Any]:
    """Give the JSON object inside a seal.

    Raises Refusal seal_broken, seal_key_unknown, seal_key_retired (a year after another took its
    place), or sealed_content_wrong when it opens to something else than one JSON object of at most
    200 kB.
    """
    key = _key(_header(sealed))
    try:
        content = jwe.decrypt_compact(sealed, key.material, registry=REGISTRY).plaintext
    except ExceededSizeError as error:
        raise _refused(Code.SEALED_CONTENT_WRONG) from error
    except (JoseError, ValueError, TypeError, KeyError, AssertionError) as error:
        raise _refused(Code.SEAL_BROKEN) from error
    if content is None or len(content) > OPENED_MAX:
        raise _refused(Code.SEALED_CONTENT_WRONG)
    return _object(content)


def _header(sealed: str) -> dict[str, Any]:
    """Give the protected header, if it is one of ours to the letter."""
    try:
        first = sealed.partition(".")[0]
        header = json.loads(base64.b64decode(first + "=" * (-len(first) % 4), altchars=b"-_", validate=True))
    except (ValueError, RecursionError) as error:
        raise _refused(Code.SEAL_BROKEN) from error
    if not isinstance(header, dict) or set(header) != {*OURS, "kid", "epk"}:
        raise _refused(Code.SEAL_BROKEN)
    if any(header[name] != value for name, value in OURS.items()) or not isinstance(header["kid"], str):
        raise _refused(Code.SEAL_BROKEN)
    return header


def _key(header: dict[str, Any]) -> Key:
    key = keys.by_id(Purpose.SEAL, header["kid"])
    if key is None:
        raise _refused(Code.SEAL_KEY_UNKNOWN)
    if key.retired_at is not None and key.retired_at + keys.SEAL_OPENS < now():
        raise _refused(Code.SEAL_KEY_RETIRED)
    return key


def _object(content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(content.decode("utf-8"))
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()  # lone surrogates, NaN, 1e999
    except (ValueError, RecursionError) as error:
        raise _refused(Code.SEALED_CONTENT_WRONG) from error
    if not isinstance(value, dict):
        raise _refused(Code.SEALED_CONTENT_WRONG)
    return value


def _refused(code: Code) -> Refusal:
    return Refusal(Kind.INVALID, code)
