"""Files stand where they belong, are short, and carry names that mean something."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median, quantiles

from backend.settings import ROOT

FOLDERS = {"backend", "static", "templates", "service_worker", "translations", "tests", "docs", ".ci"}
CODE = {".py", ".ts", ".mjs", ".css", ".html"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "data"}


def test_only_the_agreed_folders_stand_at_the_top(project_files: list[Path]) -> None:
    assert {path.parts[0] for path in project_files if len(path.parts) > 1} <= FOLDERS


def test_files_are_short(project_files: list[Path]) -> None:
    lines = {path: _lines(path) for path in project_files if path.suffix in CODE}
    sizes = [count for count in lines.values() if count]
    assert not {str(path): count for path, count in lines.items() if count > 400}
    assert median(sizes) <= 70
    assert quantiles(sizes, n=10)[-1] <= 200


def test_names_say_what_a_file_holds(project_files: list[Path]) -> None:
    assert not [str(path) for path in project_files if path.stem.lower().strip("_") in VAGUE]


def test_every_python_module_begins_with_one_sentence(project_files: list[Path]) -> None:
    silent = []
    for path in project_files:
        text = (ROOT / path).read_text(encoding="utf-8") if path.suffix == ".py" else ""
        first = text.partition("\n\n")[0].partition("\nfrom ")[0]
        if text.strip() and not re.match(r'"""[^\n]+?[.:?!…)]?"""|"""[^\n]+\n', first):
            silent.append(str(path))
    assert not silent


def test_nothing_names_a_registry_or_a_path_of_one_machine(project_files: list[Path]) -> None:
    hosts = ("registry.npmjs" + ".org", "files.pythonhosted" + ".org", "pypi" + ".org", "deb.debian" + ".org")
    paths = re.compile(r"(?<![\w.])/(?:work|farm|root|opt/wheels)/")
    found = []
    for path in project_files:
        if path.suffix in {".png", ".gz", ".br", ".ico", ".xlsx"}:
            continue
        text = (ROOT / path).read_text(encoding="utf-8")
        if any(host in text for host in hosts) or (paths.search(text) and path.name != "test_folders.py"):
            found.append(str(path))
    assert not found


def _lines(path: Path) -> int:
    return sum(1 for line in (ROOT / path).read_text(encoding="utf-8").splitlines() if line.strip())


def test_only_the_one_fixture_may_skip_for_want_of_reference_data(project_files: list[Path]) -> None:
    """Tests that skip by themselves would be missed by the switch in `.ci/run`."""
    skipping = re.compile(r"pytest\.(skip|mark\.skip|importorskip)")
    tests = [path for path in project_files if path.suffix == ".py" and path.parts[0] == "tests"]
    found = {path for path in tests if skipping.search((ROOT / path).read_text(encoding="utf-8"))}
    assert found <= {Path("tests/conftest.py"), Path("tests/architecture/test_folders.py")}
