"""The commands about communes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from backend.commands.communes import communes
from backend.domain.communes import load_units, values_of
from tests.factories.communes import commune, units

HEADER = "code,code_local,name,field,department,duration_days\n"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(communes, arguments)
    return result.exit_code, result.output


@pytest.mark.usefixtures("app")
def test_loading_twice_reports_that_nothing_changed() -> None:
    assert "communes: 3321 (3321 added, 0 updated, 0 unchanged" in run("load")[1]
    assert "communes: 3321 (0 added, 0 updated, 3321 unchanged" in run("load")[1]


def test_values_are_imported_and_rejected_rows_are_named(app: Flask, tmp_path: Path) -> None:
    load_units(units(commune("16001")))
    file = tmp_path / "values.csv"
    file.write_text(HEADER + "1.999001,,Việc thử,Khác,,5\n1.999002,,Việc khác,Khác,,\n", encoding="utf-8")
    given = ("values", str(file), "--commune", "16001", "--source", "Bảng niêm yết", "--stated-on", "2026-07")
    status, output = run(*given)
    assert status == 0
    assert "row 3, 1.999002: missing_field" in output
    assert "1 accepted, 0 updated, 0 unchanged, 0 older than what is kept, 1 rejected." in output
    assert "0 accepted, 0 updated, 1 unchanged" in run(*given)[1]
    assert [one.text["vi"] for one in values_of("16001")] == ["5 ngày"]


@pytest.mark.usefixtures("app")
def test_a_day_that_is_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    given = (
        "values",
        str(tmp_path / "none.csv"),
        "--commune",
        "16001",
        "--source",
        "Bảng",
        "--stated-on",
        "7/2026",
    )
    status, output = run(*given)
    assert status == 2
    assert "--stated-on" in output
