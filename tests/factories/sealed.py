"""Seal as a phone does, with joserfc as an independent client that knows only the public key."""

from __future__ import annotations

import json
from typing import Any

from joserfc import jwe
from joserfc.jwk import ECKey

from backend.domain import keys

HEADER = {"alg": "ECDH-ES", "enc": "A256GCM", "zip": "DEF"}


class Registry(jwe.JWERegistry):
    """The client's own limit must not hide the server's."""

    max_ciphertext_length = 10_000_000


def seal(content: Any, *, jwk: dict[str, Any] | None = None, **header: Any) -> str:
    """Give the seal of a JSON value, or of bytes as they are."""
    public = jwk or keys.published()["seal"][0]
    plain = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    protected = {**HEADER, "kid": public["kid"], **header}
    protected = {name: value for name, value in protected.items() if value is not None}
    registry = Registry(
        algorithms=[str(protected[name]) for name in ("alg", "enc", "zip") if name in protected]
    )
    return jwe.encrypt_compact(protected, plain, ECKey.import_key(public), registry=registry)
