"""The `tiepsuc` command on a home of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from backend.commands import tiepsuc

Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give the folder that the command works in."""
    return tmp_path / "home"


@pytest.fixture
def run(home: Path) -> Run:
    """Give a function that runs the command and refuses an unexpected error."""

    def invoke(*arguments: object) -> Result:
        environment = {"TIEPSUC_HOME": str(home), "LOG_LEVEL": "error"}
        result = CliRunner().invoke(tiepsuc, [str(one) for one in arguments], env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    invoke("database", "upgrade")
    invoke("keys", "make")
    return invoke
