"""`tiepsuc keys`: what an operator does with the server's keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from backend.settings import ROOT
from tests.backend.commands.conftest import Run


def names(home: Path) -> set[str]:
    return {path.name for path in (home / "keys").iterdir()}


def test_making_keys_again_changes_nothing(run: Run, home: Path) -> None:
    before = names(home)
    assert {name.partition("-")[0] for name in before} == {"seal", "receipt", "rest", "hash"}
    assert run("keys", "make").output == "All keys are there.\n"
    assert names(home) == before


def test_a_rotation_adds_a_key_and_the_list_says_which_is_current(run: Run, home: Path) -> None:
    before = names(home)
    made = run("keys", "rotate", "receipt").output.split()[1]
    assert names(home) - before == {f"receipt-{made}.json"}
    lines = [line.split() for line in run("keys", "list").output.splitlines()]
    assert [(line[0], line[6]) for line in lines] == [
        ("seal", "current"), ("receipt", "current"), ("receipt", "retired"),
        ("rest", "current"), ("hash", "current"),
    ]  # fmt: skip
    assert lines[1][1] == made


def test_an_unknown_purpose_is_named(run: Run) -> None:
    result = run("keys", "rotate", "door")
    assert result.exit_code == 2
    assert "door" in result.output


def test_nothing_secret_is_shown(run: Run, home: Path) -> None:
    shown = "".join(run("keys", *words).output for words in (["list"], ["check"], ["rotate", "rest"]))
    for path in (home / "keys").iterdir():
        key = json.loads(path.read_text())["key"]
        assert not [key[name] for name in ("d", "k") if name in key and key[name] in shown]


def test_a_check_names_what_is_wrong(run: Run, home: Path) -> None:
    assert run("keys", "check").exit_code == 0
    (seal,) = (home / "keys").glob("seal-*")
    seal.chmod(0o644)
    (rest,) = (home / "keys").glob("rest-*")
    rest.unlink()
    result = run("keys", "check")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        "rest: missing",
        f"{seal.name}: readable by others than its owner",
    ]


def test_gunicorn_does_not_start_without_keys(run: Run, home: Path) -> None:
    for path in (home / "keys").iterdir():
        path.unlink()
    environment = {**os.environ, "TIEPSUC_HOME": str(home)}
    started = subprocess.run(
        [sys.executable, "-c", "import backend.wsgi"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 1
    assert started.stderr.strip() == (
        "tiepsuc: keys are missing: seal, receipt, rest, hash. "
        "Put them into TIEPSUC_KEYS, or run `tiepsuc prepare`."
    )
