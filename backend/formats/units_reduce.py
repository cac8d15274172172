"""Rebuild backend/content/units from the files of vietnamadminunits: see the README.md there."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from backend.domain.communes import HOME_PROVINCE
from backend.formats import units_files
from backend.formats.units_files import accented_together, together

LICENCE = "LICENSE-vietnamadminunits.txt"


def reduce_units(source: Path, target: Path) -> None:
    """Write the reduced unit files; the same source gives the same bytes."""
    units = _table(source / "vietnam-3321.csv")
    converter = json.loads(gzip.decompress((source / "converter-old-to-new.json.gz").read_bytes()))
    codes = _codes_by_key(units)
    home = next(together(row["province"]) for row in units if row["province_code"] == HOME_PROVINCE)
    moves = sorted(_moves(converter, codes))

    provinces = sorted({(row["province_code"], row["province"]) for row in units})
    communes = sorted((row["province_code"], row["ward_code"], row["ward"]) for row in units)
    legacy = _with_new_codes(_table(source / "nghe-an-legacy.csv"), moves, home)
    elsewhere = [(*move[:3], " ".join(move[3])) for move in moves if move[0] != home]
    elsewhere_text = _tsv(("province_key", "district_key", "unit_key", "commune_codes"), elsewhere)

    target.mkdir(parents=True, exist_ok=True)
    _write(target / units_files.PROVINCES, _tsv(("code", "name"), provinces))
    _write(target / units_files.COMMUNES, _tsv(("province_code", "code", "name"), communes))
    _write(target / units_files.FORMER_NGHE_AN, _tsv(("district", "name", "commune_code"), legacy))
    (target / units_files.FORMER_ELSEWHERE).write_bytes(gzip.compress(elsewhere_text.encode(), 9, mtime=0))
    _write(target / LICENCE, (source / LICENCE).read_text(encoding="utf-8"))


Move = tuple[str, str, str, tuple[str, ...]]
"""Old province, district and unit as the source's keys, and the new codes."""


def _moves(converter: dict[str, Any], codes: dict[tuple[str, str], str]) -> Iterator[Move]:
    for province, by_new in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in by_new.items():
            for old in olds:
                yield _move(old, (codes[province, new],))
    for province, by_old in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in by_old.items():
            yield _move(old, tuple(sorted({codes[province, part["newWardKey"]] for part in parts})))


def _move(old: str, codes: tuple[str, ...]) -> Move:
    province, district, unit = old.split("_")
    return province, district, unit, codes


def _codes_by_key(units: list[dict[str, str]]) -> dict[tuple[str, str], str]:
    """Give the code by the source's keys, which keep accents where two names fold to the same."""
    codes = {}
    for row in units:
        province = together(row["province"])
        codes[province, together(row["ward"])] = row["ward_code"]
        codes[province, accented_together(row["ward"])] = row["ward_code"]
    return codes


def _with_new_codes(
    legacy: list[dict[str, str]], moves: Iterable[Move], province: str
) -> list[tuple[str, str, str]]:
    new = {(district, unit): codes for of, district, unit, codes in moves if of == province}
    rows = []
    for row in legacy:
        district = together(row["district"])
        exact = new.get((district, accented_together(row["ward"])))
        (code,) = exact or new[district, together(row["ward"])]
        rows.append((row["district"], row["ward"], code))
    return rows


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def _tsv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    reduce_units(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else units_files.SHIPPED)
