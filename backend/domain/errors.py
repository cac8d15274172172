"""The catalogue of refusals: what kind, which stable code, which details."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What went wrong, in the terms of the domain; the web layer alone knows status codes."""

    INVALID = "invalid"
    MISSING = "missing"
    CONFLICT = "conflict"
    UNAVAILABLE = "unavailable"


class Code(StrEnum):
    """Stable codes that travel to phones and other programs; sentences do not."""

    GUIDE_NOT_FOUND = "guide_not_found"
    SECTOR_NOT_FOUND = "sector_not_found"
    LIFE_EVENT_NOT_FOUND = "life_event_not_found"
    COMMUNE_NOT_FOUND = "commune_not_found"
    PROVINCE_NOT_FOUND = "province_not_found"
    FILE_NOT_FOUND = "file_not_found"
    RELEASE_NOT_FOUND = "release_not_found"
    RELEASE_INCOMPLETE = "release_incomplete"


class Refusal(Exception):
    """The domain says no. `details` holds facts and ids, never answers of a person."""

    def __init__(self, kind: Kind, code: Code, /, **details: Any) -> None:
        super().__init__(code.value)
        self.kind = kind
        self.code = code
        self.details = details


def missing(code: Code, /, **details: Any) -> Refusal:
    """Give the refusal for something that is not there."""
    return Refusal(Kind.MISSING, code, **details)
