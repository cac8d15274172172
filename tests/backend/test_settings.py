"""A wrong environment is refused in plain words that name the variable."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from backend.settings import ROOT, WrongSetting, read


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TIEPSUC_ENV", "prod", "must be one of: development, production"),
        ("PORT", "80a", "must be a number from 1 to 65535"),
        ("PORT", "70000", "must be a number from 1 to 65535"),
        ("DATABASE_URL", "mysql://somewhere", "must begin with sqlite:/// or postgresql://"),
        ("TIEPSUC_FILES", "ftp://somewhere", "must begin with file:/// or s3://"),
        ("LOG_LEVEL", "loud", "must be one of"),
        ("TIEPSUC_ADDRESS", "tiepsuc.example", "must be like https://tiepsuc.example"),
        ("TIEPSUC_ADDRESS", "https://tiepsuc.example/vi/", "must be like https://tiepsuc.example"),
        ("TIEPSUC_ADDRESS", "https://tiepsuc.example", "set TIEPSUC_ENV=production"),
        ("TIEPSUC_PROXIES", "many", "must be a number from 0 to 5"),
        ("RATELIMIT_STORAGE", "memcached://here", "must begin with memory:// or redis://"),
    ],
)
def test_a_wrong_value_is_refused_by_name(name: str, value: str, words: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        read({name: value})
    assert str(wrong.value).startswith(name)
    assert words in str(wrong.value)


@pytest.mark.parametrize("secret", ["", "for-development-only", "short"])
def test_production_needs_a_secret(secret: str) -> None:
    with pytest.raises(WrongSetting, match="SECRET_KEY"):
        read({"TIEPSUC_ENV": "production", "SECRET_KEY": secret})


@pytest.mark.parametrize("salt", ["", "for-development-only", "short"])
def test_production_needs_a_salt_for_passwords(salt: str) -> None:
    given = {"TIEPSUC_ENV": "production", "SECRET_KEY": "s" * 32, "SECURITY_PASSWORD_SALT": salt}
    with pytest.raises(WrongSetting, match="SECURITY_PASSWORD_SALT"):
        read(given)
    settings = read(given | {"SECURITY_PASSWORD_SALT": "p" * 32})
    assert settings.for_flask()["SESSION_COOKIE_NAME"] == "__Host-tiepsuc"
    assert settings.for_flask()["SESSION_COOKIE_SECURE"]


def test_an_empty_environment_gives_a_working_development_setup(tmp_path: Path) -> None:
    settings = read({"TIEPSUC_HOME": str(tmp_path)})
    assert settings.database_url == f"sqlite:///{tmp_path}/tiepsuc.sqlite3"
    assert settings.files_url == f"file://{tmp_path}/files"
    assert (settings.environment, settings.port) == ("development", 8000)


def test_postgresql_addresses_get_our_driver() -> None:
    for url in ("postgresql://u@h/d", "postgres://u@h/d", "postgresql+psycopg://u@h/d"):
        assert read({"DATABASE_URL": url}).database_url == "postgresql+psycopg://u@h/d"


@pytest.mark.parametrize(
    "program", [["-m", "gunicorn", "backend.wsgi:app", "--check-config"], ["-m", "backend"]]
)
def test_programs_end_with_one_plain_line(program: list[str], tmp_path: Path) -> None:
    environment = {
        "PORT": "many",
        "TIEPSUC_HOME": str(tmp_path),
        "PATH": "/usr/bin:/bin",
        "PYTHONWARNINGS": "ignore",
    }
    arguments = [*program, *(["database", "upgrade"] if program[-1] == "backend" else [])]
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "PORT is 'many'; it must be a number from 1 to 65535." in run.stderr + run.stdout


def test_a_command_before_the_first_preparation_says_what_to_run(tmp_path: Path) -> None:
    environment = {"TIEPSUC_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "backend", "offline", "releases"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "Run `tiepsuc prepare` first." in run.stderr
    assert "Traceback" not in run.stderr
