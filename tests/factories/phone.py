"""Phones: a secret as a phone makes it, and the phone that the server sees."""

from __future__ import annotations

import base64
import secrets

from backend.domain import phones
from backend.domain.phones import Phone


def secret() -> str:
    """Give 32 random bytes as a phone writes them: 43 characters."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()


def phone(secret_of_phone: str | None = None) -> Phone:
    """Give a phone as it asks; it is not kept until it sends or is bound."""
    return phones.known(secret_of_phone or secret())


def bearer(secret_of_phone: str) -> dict[str, str]:
    """Give the header of a phone."""
    return {"Authorization": f"Bearer {secret_of_phone}"}
