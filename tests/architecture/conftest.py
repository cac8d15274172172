"""What the guards look at: the files of the project as git would take them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from backend.settings import ROOT


@pytest.fixture(scope="session")
def project_files() -> list[Path]:
    """Give every file that is tracked or could be, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\0")
    return [Path(name) for name in listed if name and (ROOT / name).is_file()]
