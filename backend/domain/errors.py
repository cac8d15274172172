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
    REVOKED = "revoked"
    GONE = "gone"
    TOO_MANY = "too_many"
    FORBIDDEN = "forbidden"


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
    FORM_NOT_FOUND = "form_not_found"
    FORM_VERSION_NOT_FOUND = "form_version_not_found"
    FORM_VERSION_EXISTS = "form_version_exists"
    FORM_WITHDRAWN = "form_withdrawn"
    ASKS_FOR_SECRET = "asks_for_secret"
    KEYS_MISSING = "keys_missing"
    KEYS_WRONG = "keys_wrong"
    KEY_LOST = "key_lost"
    CONTENT_DAMAGED = "content_damaged"
    SEAL_KEY_UNKNOWN = "seal_key_unknown"
    SEAL_KEY_RETIRED = "seal_key_retired"
    SEAL_BROKEN = "seal_broken"
    SEALED_CONTENT_WRONG = "sealed_content_wrong"
    PHONE_SECRET_WRONG = "phone_secret_wrong"
    PHONE_REVOKED = "phone_revoked"
    PHONE_NOT_FOUND = "phone_not_found"
    SUBMISSION_NOT_FOUND = "submission_not_found"
    SUBMISSION_CONFLICT = "submission_conflict"
    FORMAT_UNKNOWN = "format_unknown"
    CAPTURED_AT_WRONG = "captured_at_wrong"
    ANSWERS_REFUSED = "answers_refused"
    CONSENT_MISSING = "consent_missing"
    REPLACED_NOT_FOUND = "replaced_not_found"
    TOO_MANY_SUBMISSIONS = "too_many_submissions"
    CURSOR_FORGED = "cursor_forged"
    CURSOR_STALE = "cursor_stale"
    NOT_SIGNED_IN = "not_signed_in"
    NOT_ALLOWED = "not_allowed"
    TOO_MANY_TRIES = "too_many_tries"
    PERSON_NOT_FOUND = "person_not_found"
    PERSON_ENDED = "person_ended"
    CANNOT_END_ONESELF = "cannot_end_oneself"
    INVITATION_WRONG = "invitation_wrong"
    INVITATION_EXPIRED = "invitation_expired"
    INVITATION_USED = "invitation_used"
    NAME_WRONG = "name_wrong"
    PHONE_NUMBER_WRONG = "phone_number_wrong"
    PHONE_NUMBER_TAKEN = "phone_number_taken"
    ROLE_WRONG = "role_wrong"
    PASSWORD_TOO_SHORT = "password_too_short"
    PASSWORD_TOO_LONG = "password_too_long"
    PASSWORD_EASY = "password_easy"
    DOSSIER_NOT_FOUND = "dossier_not_found"
    DOSSIER_CHANGED = "dossier_changed"
    DOSSIER_CLOSED = "dossier_closed"
    MOVE_NOT_ALLOWED = "move_not_allowed"
    NOTHING_RETURNED = "nothing_returned"
    REASON_MISSING = "reason_missing"
    NOTE_WRONG = "note_wrong"
    MARKS_MISSING = "marks_missing"
    FILES_MISSING = "files_missing"
    PORTAL_CODE_WRONG = "portal_code_wrong"
    DAY_WRONG = "day_wrong"
    SOURCE_MISSING = "source_missing"


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
