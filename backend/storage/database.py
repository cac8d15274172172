"""The database: one session per request, and writes only inside `transaction()`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask_migrate import Migrate
from flask_migrate import upgrade as apply_migrations
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase

WRITE = "tiepsuc_write"


class Base(DeclarativeBase):
    """The base of all tables, with names for constraints so that migrations can address them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def connect(app: Flask, migrations: str) -> None:
    """Attach the database and its migrations to the app; nothing is opened yet."""
    db.init_app(app)
    Migrate(app, db, directory=migrations, render_as_batch=True)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            _prepare_sqlite(db.engine)


@contextmanager
def transaction() -> Iterator[None]:
    """Write one fact: commit at the end, roll back on any error.

    On SQLite the read snapshot ends first and the write lock is taken at once; otherwise a read
    followed by a write fails when another connection wrote in between. PostgreSQL reads afresh with
    every statement, so there the rows that were read are only forgotten: two round trips less.
    """
    if db.engine.dialect.name == "sqlite" or db.session.new or db.session.dirty or db.session.deleted:
        db.session.rollback()
        db.session.connection(execution_options={WRITE: True})
    else:
        db.session.expire_all()
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


@contextmanager
def part_of_transaction() -> Iterator[None]:
    """Write one of several facts of a transaction: an error undoes it alone and goes on to the caller."""
    with db.session.begin_nested():
        yield
        db.session.flush()


def upgrade() -> None:
    """Apply the migrations that are due; makes a new SQLite file, for its owner only, and its folder."""
    if db.engine.url.database and db.engine.dialect.name == "sqlite":
        path = Path(db.engine.url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)  # what SQLite puts beside it later takes the same mode
    apply_migrations()


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin or commit by itself
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get(WRITE)
        driver: Any = connection.connection.dbapi_connection  # nothing to compile, nothing to come back
        driver.execute("BEGIN IMMEDIATE" if write else "BEGIN")
