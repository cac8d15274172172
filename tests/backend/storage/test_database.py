"""A transaction keeps one fact or nothing, and waits for other writers instead of failing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from flask import Flask

from backend.domain.clock import now
from backend.storage import guides as rows
from backend.storage.database import db, transaction


def row(code: str) -> rows.GuideRow:
    """Give an unsaved row."""
    return rows.GuideRow(
        code=code, collection="portal", rank=1, content={"vi": "Chữ"}, content_hash="-", changed_at=now()
    )


def test_an_error_inside_keeps_nothing(stored: Flask) -> None:
    def fail() -> None:
        with transaction():
            rows.add(row("1.900001"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert rows.best("1.900001") is None


def test_a_read_before_the_write_does_not_make_the_write_fail(stored: Flask) -> None:
    """A snapshot taken before another connection wrote must not end in BUSY_SNAPSHOT."""
    assert rows.best_of_each() == []
    _in_another_thread(stored, "1.900001")
    with transaction():
        rows.add(row("1.900002"))
    assert [kept.code for kept in rows.best_of_each()] == ["1.900001", "1.900002"]


def test_writers_wait_for_each_other(stored: Flask) -> None:
    codes = [f"1.90000{number}" for number in range(6)]
    threads = [threading.Thread(target=_write, args=(stored, code)) for code in codes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert [kept.code for kept in rows.best_of_each()] == codes


def test_moments_come_back_in_utc(stored: Flask) -> None:
    moment = now()
    with transaction():
        kept = row("1.900001")
        kept.changed_at = moment
        rows.add(kept)
    db.session.expire_all()
    found = rows.best("1.900001")
    assert found is not None
    assert found.changed_at == moment
    assert found.changed_at.utcoffset() is not None


def _in_another_thread(app: Flask, code: str) -> None:
    thread = threading.Thread(target=_write, args=(app, code))
    thread.start()
    thread.join(timeout=30)


def _write(app: Flask, code: str) -> None:
    with app.app_context(), transaction():
        rows.add(row(code))


def test_others_on_the_machine_cannot_read_a_new_database(app: Flask) -> None:
    """It holds names, phone numbers and hashes of passwords in clear."""
    path = Path(db.engine.url.database or "")
    files = [path, *path.parent.glob(f"{path.name}-*")]
    assert {oct(file.stat().st_mode & 0o077) for file in files} == {"0o0"}
