"""Importing says what became of every row, changes nothing the second time, and survives being killed."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from backend.domain.guides.record import Guide
from backend.domain.plain import to_plain
from backend.settings import ROOT
from tests.backend.commands.conftest import Run
from tests.factories.guide import guide


def lines(*records: object) -> str:
    """Give JSON lines."""
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def ours(value: Guide) -> dict[str, Any]:
    """Give a guide in our own format."""
    return {"format": 1, **to_plain(value)}


def imported(run: Run, file: Path, tmp_path: Path) -> dict[str, Any]:
    """Import a file and give the report."""
    run("guides", "import", file, "--no-build", "--report", tmp_path / "report.json")
    report: dict[str, Any] = json.loads((tmp_path / "report.json").read_text())
    return report


def test_the_report_names_every_row(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "guides.jsonl"
    file.write_text(lines(ours(guide()), {"format": 1, "code": "1.900009"}, ours(guide("1.900002"))))
    report = imported(run, file, tmp_path)
    (rejected,) = report.pop("rejected")
    assert report == {"accepted": ["1.900001", "1.900002"], "updated": [], "unchanged": []}
    assert (rejected["row"], rejected["key"]) == (2, "1.900009")
    assert rejected["code"]
    assert rejected["reason"]


def test_a_second_run_changes_nothing_and_a_correction_is_an_update(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "guides.jsonl"
    file.write_text(lines(ours(guide()), ours(guide("1.900002"))))
    imported(run, file, tmp_path)
    assert imported(run, file, tmp_path)["unchanged"] == ["1.900001", "1.900002"]
    file.write_text(lines(ours(guide(name={"vi": "Tên đã sửa"})), ours(guide("1.900002"))))
    report = imported(run, file, tmp_path)
    assert (report["updated"], report["unchanged"]) == (["1.900001"], ["1.900002"])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "unknown_format"),
        ("empty.json", b"", "unknown_format"),
        ("cut.jsonl.gz", gzip.compress(bytes(range(256)) * 40, mtime=0)[:60], None),
        ("utf16.jsonl", "{}".encode("utf-16"), "wrong_encoding"),
        ("book.xlsx", b"PK\x03\x04 not a workbook", None),
    ],
)
def test_a_file_that_is_not_what_it_says_changes_nothing(
    run: Run, tmp_path: Path, home: Path, name: str, content: bytes, code: str | None
) -> None:
    (tmp_path / name).write_bytes(content)
    result = run("guides", "import", tmp_path / name, "--report", tmp_path / "report.json")
    assert result.exit_code == 1
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["accepted"] == []
    assert code in (None, report["rejected"][0]["code"])
    assert count(home) == 0


def test_all_reference_files_go_in_and_a_second_run_changes_nothing(
    run: Run, tmp_path: Path, reference: Path
) -> None:
    wanted = {
        "portal-2026-07.jsonl.gz": (1954, 0),
        "commune-practical.jsonl.gz": (0, 0),
        "bad-records.jsonl": (30, 17),
        "catalogue-sample.xlsx": (271, 0),
        "lgsp-sample.json": (1, 0),
        "factsheet-priority.json": (56, 1),
    }
    for name, (accepted, rejected) in wanted.items():
        report = imported(run, reference / "procedures" / name, tmp_path)
        assert (len(report["accepted"]), len(report["rejected"])) == (accepted, rejected), name
        if name == "bad-records.jsonl":
            assert {row["code"] for row in report["rejected"]} == {"wrong_page"}
    for name in wanted:
        report = imported(run, reference / "procedures" / name, tmp_path)
        assert (report["accepted"], report["updated"]) == ([], []), name


def test_a_killed_run_leaves_whole_records_and_the_next_one_finishes(
    run: Run, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(lines(*(ours(guide(f"1.9{number:05}")) for number in range(4000))))
    environment = {**os.environ, "TIEPSUC_HOME": str(home), "LOG_LEVEL": "error"}
    process = subprocess.Popen(
        [sys.executable, "-m", "backend", "guides", "import", "--no-build", str(file)],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while count(home) == 0 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = count(home)
    assert 0 < kept < 4000
    with sqlite3.connect(home / "tiepsuc.sqlite3") as connection:
        contents = [json.loads(row[0]) for row in connection.execute("SELECT content FROM guides")]
    connection.close()
    assert all(content["name"]["en"].endswith(content["code"]) for content in contents)
    report = imported(run, file, tmp_path)
    assert (len(report["accepted"]), len(report["unchanged"])) == (4000 - kept, kept)


def count(home: Path) -> int:
    """Give how many guides the database of a home holds."""
    connection = sqlite3.connect(home / "tiepsuc.sqlite3", timeout=10)
    try:
        (number,) = connection.execute("SELECT count(*) FROM guides").fetchone()
        return int(number)
    finally:
        connection.close()
