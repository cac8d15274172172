"""Codes: ours, which people say aloud, and the portal's, which we keep as typed."""

from __future__ import annotations

import re
import secrets

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are misread and misheard."""
HEARD = str.maketrans({"I": "1", "L": "1", "O": "0"})
PORTAL = re.compile(
    r"^((?:\d{3}\.\d{2}\.\d{2}\.)?[HG]\d+(?:\.\d+)*|\d{3}\.\d{2,3}\.\d{2}\.[HG]\d+)-(\d{6})-(\d{4,14})$"
)


def make_code() -> str:
    """Give a random code of a dossier: TS and 8 characters, 40 bits."""
    return "TS" + "".join(secrets.choice(LETTERS) for _ in range(8))


def spoken_code(code: str) -> str:
    """Give a code in the groups that people say: TS7K 4M92 QX."""
    return " ".join((code[:4], code[4:8], code[8:]))


def plain_code(typed: str) -> str | None:
    """Give the code that somebody typed or heard, or None when it cannot be one.

    Spaces and hyphens do not matter, nor capitals; O is read as 0, I and L as 1 (Crockford).
    """
    letters = re.sub(r"[\s-]", "", typed).upper()
    code = "TS" + letters.removeprefix("TS").translate(HEARD)
    return code if len(code) == 10 and set(code[2:]) <= set(LETTERS) else None


def is_usual_portal_code(typed: str) -> bool:
    """Tell whether a dossier code of the portal looks like those seen so far.

    The structure under TT 03/2025/TT-VPCP is not verified, so a code that does not match is kept too.
    """
    return PORTAL.fullmatch(typed) is not None
