"""What a password must be: ten characters, and not one that anybody would try first."""

from __future__ import annotations

import re

from backend.domain.errors import Code, Kind, Refusal
from backend.domain.fold import fold
from backend.domain.people._person import PersonInFull

SHORTEST = 10
LONGEST = 200
FEWEST_DIFFERENT = 5

_ROWS = ("01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "abcdefghijklmnopqrstuvwxyz")
_TRIED_FIRST = (
    *("matkhau", "password", "passw0rd", "tiepsuc", "vietnam", "nghean", "anhyeuem", "iloveyou", "admin"),
    *("welcome", "dangnhap", "xinchao", "qwerty", "abc", "emyeuanh", "hochiminh", "vneid"),
)
"""Words of which lists of stolen passwords are full; digits around them do not help."""


def check_password(password: str, person: PersonInFull) -> None:
    """Raise password_too_short, password_too_long or password_easy; details give the length wanted.

    Length counts most (NIST SP 800-63B, 5.1.1.2); there is no rule about capitals or signs.
    """
    if len(password) < SHORTEST:
        raise Refusal(Kind.INVALID, Code.PASSWORD_TOO_SHORT, shortest=SHORTEST)
    if len(password) > LONGEST:
        raise Refusal(Kind.INVALID, Code.PASSWORD_TOO_LONG, longest=LONGEST)
    if is_easy(password, person):
        raise Refusal(Kind.INVALID, Code.PASSWORD_EASY)


def is_easy(password: str, person: PersonInFull) -> bool:
    """Tell whether a password is one that somebody who knows the person would try."""
    plain = re.sub("[^a-z0-9]", "", fold(password))
    without_digits = plain.strip("0123456789")
    own = [fold(word) for word in person.name.split()]
    number = (person.phone_number or "").removeprefix("+84")
    return (
        len(set(password)) < FEWEST_DIFFERENT
        or any(plain in row or plain in row[::-1] for row in _ROWS)
        or without_digits in _TRIED_FIRST
        or without_digits in (*own, "".join(own), person.sign_in_name)
        or bool(number and number in plain)
        or (plain.isdecimal() and plain[: len(plain) // 2] * 2 == plain)
    )
