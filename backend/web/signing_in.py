"""Flask-Security for this app: who a session belongs to, passwords, links of invitations."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import Any, cast

from flask import Flask, current_app, g, session
from flask_login import current_user
from flask_login.utils import _user_context_processor
from flask_security import Security, SQLAlchemyUserDatastore
from flask_security.recoverable import generate_reset_password_token, reset_password_token_status
from flask_security.utils import hash_password, login_user, logout_user, uia_phone_mapper

from backend.domain import people
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.people import PersonInFull
from backend.storage import people as rows
from backend.storage.database import db
from backend.storage.people import PersonRow, RoleHeldRow

INVITATION_LASTS = timedelta(days=7)

SETTINGS: dict[str, Any] = {
    # No tokens in forms: `cross_site.py` refuses requests from elsewhere by their headers, which also
    # protects the pages that a phone keeps and that can carry no token.
    "WTF_CSRF_ENABLED": False,
    "SECURITY_PASSWORD_HASH": "argon2",
    # 19 MB and two rounds (OWASP): 64 threads may check a password at the same moment.
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__memory_cost": 19_456,
        "argon2__time_cost": 2,
        "argon2__parallelism": 1,
    },
    "SECURITY_PASSWORD_LENGTH_MIN": people.SHORTEST,
    "SECURITY_PHONE_REGION_DEFAULT": "VN",
    "SECURITY_USER_IDENTITY_ATTRIBUTES": [
        {"phone_number": {"mapper": uia_phone_mapper}},
        {"sign_in_name": {"mapper": people.sign_in_name_of}},
    ],
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_RESET_PASSWORD_WITHIN": INVITATION_LASTS,
    "SECURITY_RESET_SALT": "invitation",
    "SECURITY_SEND_PASSWORD_RESET_NOTICE_EMAIL": False,
    "SECURITY_FRESHNESS": timedelta(hours=12),
    "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(hours=1),
    "SECURITY_CLI_USERS_NAME": None,
    "SECURITY_CLI_ROLES_NAME": None,
    # One sign-in holds for 30 days; answers of public pages must not carry the cookie again.
    "PERMANENT_SESSION_LIFETIME": timedelta(days=30),
    "SESSION_REFRESH_EACH_REQUEST": False,
}


def set_up(app: Flask) -> None:
    """Attach Flask-Security, and take off what reads the session at every request.

    Its datastore, form, session and tokens are used, and none of its views: its sign-in page sets a
    cookie for everybody who opens it. It sends nothing, because nothing here asks it to.
    Kept pages are the same bytes for everyone and carry no `Vary: Cookie`: only `access.person()` may
    look at who asks. A library update that renames one of these hooks fails here, at the start.
    """
    app.config.from_mapping(SETTINGS)
    datastore = SQLAlchemyUserDatastore(db, PersonRow, RoleHeldRow)  # type: ignore[arg-type]
    security = Security(app, datastore, register_blueprint=False)
    app.before_request_funcs[None].remove(security.principal._on_before_request)
    app.after_request_funcs[None].remove(security.login_manager._update_remember_cookie)
    app.template_context_processors[None].remove(_user_context_processor)
    app.before_request(_forget_last_asker)
    # Nobody signs in by a token: bodies and addresses are not searched for one.
    security.login_manager.request_loader(lambda _request: None)


def looked_up_by(identity: str) -> str:
    """Give what an identity is looked up by: a number as E.164, however it is spelled, or the plain name."""
    return uia_phone_mapper(identity) or people.sign_in_name_of(identity)


def start_session(row: PersonRow) -> None:
    """Sign somebody in on this browser; what another person left in the session is gone."""
    session.clear()
    login_user(cast(Any, row), remember=False, authn_via=["password"])
    session.pop("fs_cc", None)
    session.permanent = True


def end_other_sessions(person_id: str) -> None:
    """Sign a person out in every browser but the one that asks, if it is theirs."""
    is_own = current_user.is_authenticated and current_user.id == person_id
    people.end_sessions(person_id)
    if is_own:
        session["_user_id"] = cast(Any, rows.one(person_id)).get_id()


def end_session() -> None:
    """Sign out on this browser."""
    logout_user()
    session.clear()


def invitation_token(person_id: str) -> str:
    """Give the token of a person's one-time link; it dies with the next one, or when it is used."""
    token: str = generate_reset_password_token(rows.one(person_id))  # type: ignore[no-untyped-call]
    return token


def invited(token: str) -> PersonRow:
    """Give whom a link invites. Raises invitation_wrong, invitation_expired, invitation_used."""
    expired, invalid, row = reset_password_token_status(token)  # type: ignore[no-untyped-call]
    if invalid:
        raise Refusal(Kind.MISSING, Code.INVITATION_WRONG)
    if row is None or not row.active:
        raise Refusal(Kind.GONE, Code.INVITATION_USED)
    if expired:
        raise Refusal(Kind.GONE, Code.INVITATION_EXPIRED)
    found: PersonRow = row
    return found


def choose_password(row: PersonRow, password: str, name: str | None) -> PersonInFull:
    """Take up an invitation with this password. Raises name_wrong, password_…, invitation_used."""
    seen = row.fs_uniquifier
    people.check_password(unicodedata.normalize("NFC", password), people.find(row.id))
    return people.accept(row.id, seen=seen, password_hash=hashed(password), name=name)


def _forget_last_asker() -> None:
    """Requests inside one application context, as commands and tests make them, share what `g` holds."""
    for name in ("_login_user", "identity"):
        g.pop(name, None)


def hashed(password: str) -> str:
    """Give the hash of a password, whichever way a keyboard composed its letters."""
    return hash_password(current_app.extensions["security"].password_util.normalize(password))
