"""People of the teams, the desks and the province: invited, signed in, ended."""

from backend.domain.people._change import accept, end, end_sessions, invite, invite_again, note_sign_in
from backend.domain.people._find import find, first_waiting, has_any, listed, person_of
from backend.domain.people._names import canonical_number, local_number, sign_in_name_of
from backend.domain.people._passwords import SHORTEST, check_password
from backend.domain.people._person import Person, PersonInFull
from backend.domain.permissions import RoleHeld

__all__ = [
    "SHORTEST",
    "Person",
    "PersonInFull",
    "RoleHeld",
    "accept",
    "canonical_number",
    "check_password",
    "end",
    "end_sessions",
    "find",
    "first_waiting",
    "has_any",
    "invite",
    "invite_again",
    "listed",
    "local_number",
    "note_sign_in",
    "person_of",
    "sign_in_name_of",
]
