"""Names and phone numbers in the one form in which they are kept and compared."""

from __future__ import annotations

import re
import unicodedata
from itertools import count

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from backend.domain.errors import Code, Kind, Refusal
from backend.domain.fold import fold
from backend.storage import people as rows

LONGEST = 100
_REGION = "VN"


def clean_name(typed: str) -> str:
    """Give a name in NFC with single spaces. Raises name_wrong when it is empty, too long or no text."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not 2 <= len(name) <= LONGEST or any(unicodedata.category(letter)[0] == "C" for letter in name):
        raise Refusal(Kind.INVALID, Code.NAME_WRONG)
    return name


def sign_in_name_of(typed: str) -> str:
    """Give what somebody typed in the form of sign-in names: no accents, no spaces, small letters."""
    return re.sub("[^a-z0-9]", "", fold(typed))[:60]


def free_sign_in_name(name: str) -> str:
    """Give the sign-in name for a new person: the name itself, with a number if it is taken."""
    stem = sign_in_name_of(name)
    if not stem:
        raise Refusal(Kind.INVALID, Code.NAME_WRONG)
    taken = rows.sign_in_names(stem)
    return next(found for found in _numbered(stem) if found not in taken)


def canonical_number(typed: str) -> str:
    """Give a phone number as E.164 (+84912345678). Raises phone_number_wrong."""
    try:
        number = phonenumbers.parse(unicodedata.normalize("NFKC", typed), _REGION)
    except NumberParseException:
        raise Refusal(Kind.INVALID, Code.PHONE_NUMBER_WRONG) from None
    if not phonenumbers.is_valid_number(number):
        raise Refusal(Kind.INVALID, Code.PHONE_NUMBER_WRONG)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def local_number(canonical: str) -> str:
    """Give a phone number as people write it here: 0912 345 678."""
    return phonenumbers.format_number(phonenumbers.parse(canonical, _REGION), PhoneNumberFormat.NATIONAL)


def _numbered(stem: str) -> map[str]:
    return map(lambda number: stem if number == 1 else f"{stem}{number}", count(1))  # noqa: C417
