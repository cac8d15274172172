"""Two questions of the machine that runs us: are you alive, are you ready."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from backend.domain import releases
from backend.storage.database import db
from backend.web import access

health = Blueprint("health", __name__, url_prefix="/health")


@health.get("/alive")
@access.anyone
def alive() -> ResponseReturnValue:
    """Answer as soon as the process does."""
    return {"status": "alive"}


@health.get("/ready")
@access.anyone
def ready() -> ResponseReturnValue:
    """Answer when the database answers and a release is there to serve."""
    db.session.execute(text("SELECT 1"))
    release = releases.current()
    return {"status": "ready" if release else "no release", "release": release and release.id}, (
        200 if release else 503
    )
