"""Every setting is read in one place and described in the docs."""

from __future__ import annotations

import re
from pathlib import Path

from backend.settings import ROOT

READ = re.compile(r'environ(?:\.get\(|, )"([A-Z_]+)"')


def test_every_setting_is_documented() -> None:
    names = set(READ.findall((ROOT / "backend" / "settings.py").read_text(encoding="utf-8")))
    described = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert names
    assert not {name for name in names if f"`{name}`" not in described}


def test_no_other_module_reads_the_environment(project_files: list[Path]) -> None:
    readers = [
        str(path)
        for path in project_files
        if path.parts[0] == "backend"
        and path.suffix == ".py"
        and path.name != "settings.py"
        and re.search(r"os\.environ\b(?!\)\))", (ROOT / path).read_text(encoding="utf-8"))
    ]
    assert not readers
