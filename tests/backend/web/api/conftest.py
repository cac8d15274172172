"""A server with one commune and one form, and a phone that sends to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from backend.domain import communes
from backend.storage import dossiers as dossier_rows
from backend.storage import phones as phone_rows
from backend.storage import submissions as rows
from backend.storage.database import db
from tests.factories.communes import units
from tests.factories.form import published
from tests.factories.phone import bearer, secret

SUBMISSIONS = "/api/v1/submissions"


@dataclass
class Sender:
    """A phone at the wire: no cookie, no origin, its secret as bearer."""

    app: Flask
    secret: str = field(default_factory=secret)

    def put(self, body: Any, submission_id: str | None = None, **options: Any) -> TestResponse:
        """Send one submission."""
        return self.ask("PUT", f"{SUBMISSIONS}/{submission_id or uuid4()}", json=body, **options)

    def batch(self, *items: Any, **options: Any) -> TestResponse:
        """Send several at once."""
        return self.ask("POST", f"{SUBMISSIONS}/batch", json={"submissions": list(items)}, **options)

    def ask(self, method: str, path: str, **options: Any) -> TestResponse:
        """Ask anything."""
        headers = {**bearer(self.secret), **options.pop("headers", {})}
        if "data" in options:
            options.pop("json", None)
            headers.setdefault("Content-Type", "application/json")
        return self.app.test_client(use_cookies=False).open(path, method=method, headers=headers, **options)


def counts() -> tuple[int, int, int]:
    """Give how many submissions, dossiers and phones are kept."""
    db.session.rollback()
    tables = (rows.SubmissionRow, dossier_rows.DossierRow, phone_rows.PhoneRow)
    return tuple(db.session.query(table).count() for table in tables)  # type: ignore[return-value]


def refused(answer: TestResponse, status: int, code: str) -> Any:
    """Check a problem, and give its details. Nothing was kept."""
    assert (answer.status_code, answer.json["code"]) == (status, code), answer.text
    assert answer.mimetype == "application/problem+json"
    assert counts() == (0, 0, 0)
    return answer.json.get("details")


@pytest.fixture
def phone(app: Flask) -> Sender:
    """Give a phone that may send to a commune with one form."""
    communes.load_units(units())
    published()
    return Sender(app)
