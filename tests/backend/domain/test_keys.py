"""Keys are files of their own, are replaced without being lost, and running workers notice."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from backend.domain import keys
from backend.domain.clock import now
from backend.domain.errors import Code, Refusal
from backend.domain.keys import Purpose
from backend.storage import key_files


@pytest.fixture
def folder(app: Flask) -> Path:
    return key_files.folder()


def test_there_is_one_key_for_each_purpose(app: Flask) -> None:
    assert [key.purpose for key in keys.known()] == list(Purpose)
    assert keys.lacking() == ()
    assert keys.make_missing() == ()


def test_only_the_owner_may_read_them(folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert keys.open_to_others() == ()
    (folder / key_files.names()[0]).chmod(0o640)
    assert keys.open_to_others() == (key_files.names()[0],)


def test_the_key_id_is_the_beginning_of_the_thumbprint(app: Flask) -> None:
    for key in keys.known():
        assert key.kid == key.material.thumbprint()[:16]


def test_a_rotation_retires_the_key_before_and_keeps_it(app: Flask) -> None:
    before = keys.current(Purpose.SEAL)
    after = keys.rotate(Purpose.SEAL)
    assert keys.current(Purpose.SEAL).kid == after.kid
    retired = keys.by_id(Purpose.SEAL, before.kid)
    assert retired is not None
    assert retired.retired_at == after.made_at


def test_a_clock_set_back_does_not_leave_the_old_key_in_charge(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.domain.keys.now", lambda: now() - timedelta(days=400))
    assert keys.rotate(Purpose.REST).kid == keys.current(Purpose.REST).kid


def test_only_the_current_seal_and_standing_receipt_keys_are_published(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keys.current(Purpose.RECEIPT).kid
    seal, second = keys.rotate(Purpose.SEAL), keys.rotate(Purpose.RECEIPT)
    published = keys.published()
    assert [key["kid"] for key in published["seal"]] == [seal.kid]
    assert [key["kid"] for key in published["receipt"]] == [second.kid, first]
    assert not [key for listed in published.values() for key in listed if "d" in key]
    monkeypatch.setattr("backend.domain.keys.now", lambda: now() + keys.RECEIPT_STANDS + timedelta(days=1))
    assert [key["kid"] for key in keys.published()["receipt"]] == [second.kid]


def test_a_rotation_by_another_process_is_noticed(app: Flask, folder: Path, tmp_path: Path) -> None:
    before = keys.current(Purpose.HASH)
    other = tmp_path / "other"
    key_files_folder, app.extensions["keys_folder"] = app.extensions["keys_folder"], other
    made = keys.rotate(Purpose.HASH)
    app.extensions["keys_folder"] = key_files_folder
    assert keys.current(Purpose.HASH).kid == before.kid
    (name,) = (path.name for path in other.iterdir())
    (folder / name).write_bytes((other / name).read_bytes())
    assert keys.current(Purpose.HASH).kid == made.kid


def test_two_processes_that_make_keys_at_once_leave_whole_keys(app: Flask, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()

    def make() -> None:
        with app.app_context():
            keys.make_missing()

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert keys.lacking() == ()
    assert not [path for path in folder.iterdir() if path.name.startswith(".")]


def test_a_key_file_is_never_written_over(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        key_files.write(key_files.names()[0], {})
    assert keys.lacking() == ()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"purpose": "seal"}',
        '{"purpose":"rest","made_at":"2026-01-01T00:00:00+00:00","key":{}}',
    ],
    ids=["empty", "list", "nothing", "half", "no-key"],
)
def test_a_broken_key_file_is_named(folder: Path, content: str) -> None:
    (folder / "broken.json").write_text(content)
    with pytest.raises(Refusal) as refusal:
        keys.current(Purpose.REST)
    assert (refusal.value.code, refusal.value.details) == (Code.KEYS_WRONG, {"file": "broken.json"})


def test_a_key_under_another_name_is_refused(folder: Path) -> None:
    name = next(name for name in key_files.names() if name.startswith("rest"))
    (folder / "rest-another.json").write_text((folder / name).read_text())
    with pytest.raises(Refusal) as refusal:
        keys.known()
    assert refusal.value.code is Code.KEYS_WRONG


def test_a_public_half_is_no_key(folder: Path) -> None:
    name = next(name for name in key_files.names() if name.startswith("seal"))
    content = json.loads((folder / name).read_text())
    del content["key"]["d"]
    (folder / name).unlink()
    (folder / f"{name}").write_text(json.dumps(content))
    keys._load.cache_clear()
    with pytest.raises(Refusal) as refusal:
        keys.known()
    assert refusal.value.code is Code.KEYS_WRONG


def test_without_keys_it_says_which_is_missing(folder: Path) -> None:
    for name in key_files.names():
        (folder / name).unlink()
    assert keys.lacking() == tuple(Purpose)
    with pytest.raises(Refusal) as refusal:
        keys.current(Purpose.SEAL)
    assert (refusal.value.code, refusal.value.details) == (Code.KEYS_MISSING, {"purpose": "seal"})
