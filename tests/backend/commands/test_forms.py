"""Forms are checked and published whole or not at all, and withdrawn with a reason."""

from __future__ import annotations

import json
from pathlib import Path

from tests.backend.commands.conftest import Run
from tests.factories.written_form import with_field, written


def file_of(folder: Path, form: object, name: str = "thu.v1.json") -> Path:
    """Write a form as an author does."""
    path = folder / name
    path.write_text(json.dumps(form, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_form_is_published_once(run: Run, tmp_path: Path) -> None:
    file = file_of(tmp_path, written())
    assert run("forms", "check", file).output == "thu version 1: 3 fields, good.\n"
    assert run("forms", "publish", "--no-build", file).output == "thu version 1: published.\n"
    assert run("forms", "publish", "--no-build", file).output == "thu version 1: unchanged.\n"


def test_changed_content_needs_a_new_number(run: Run, tmp_path: Path) -> None:
    run("forms", "publish", "--no-build", file_of(tmp_path, written()))
    result = run("forms", "publish", "--no-build", file_of(tmp_path, with_field()))
    assert result.exit_code == 1
    assert "thu version 1 is published with other content; give it the next number" in result.output


def test_one_wrong_file_publishes_none_and_every_fault_is_said(run: Run, tmp_path: Path) -> None:
    good = file_of(tmp_path, written())
    wrong = file_of(
        tmp_path, with_field(required="1 +", rules=[{"test": "", "message": {"vi": "x"}}]), "b.json"
    )
    secret = file_of(tmp_path, with_field(label={"vi": "Mật khẩu"}), "c.json")
    result = run("forms", "publish", "--no-build", good, wrong, secret)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "b.json: person.more.required: the end: a value is missing before it",
        "b.json: person.more.rules[0].test: the end: a value is missing before it",
        "c.json: asks_for_secret: more",
    ]
    assert "published" in run("forms", "publish", "--no-build", good).output


def test_a_version_is_withdrawn_with_a_reason(run: Run, tmp_path: Path) -> None:
    run("forms", "publish", "--no-build", file_of(tmp_path, written()))
    again = [run("forms", "withdraw", "thu", 1, "--reason", "sai mẫu", "--no-build").output for _ in "ab"]
    assert again == ["thu version 1: withdrawn.\n", "thu version 1: was withdrawn before.\n"]
    assert run("forms", "withdraw", "thu", 1).exit_code == 2
