"""The unit files shipped in backend/content/units, read as value objects."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from backend.domain.communes import HOME_PROVINCE, Commune, FormerUnit, Province, Units
from backend.domain.fold import fold

SHIPPED = Path(__file__).resolve().parent.parent / "content" / "units"
PROVINCES = "provinces.tsv"
COMMUNES = "communes.tsv"
FORMER_NGHE_AN = "former-units-nghe-an.tsv"
FORMER_ELSEWHERE = "former-units-elsewhere.tsv.gz"


def read_units(folder: Path = SHIPPED) -> Units:
    """Read all units. Codes stay text: they may begin with 0."""
    provinces = {
        row["code"]: Province(code=row["code"], name=row["name"]) for row in _rows(folder / PROVINCES)
    }
    communes = tuple(
        Commune(code=row["code"], name=row["name"], province=provinces[row["province_code"]])
        for row in _rows(folder / COMMUNES)
    )
    home = together(provinces[HOME_PROVINCE].name)
    former = (*_nghe_an(folder / FORMER_NGHE_AN, home), *_elsewhere(folder / FORMER_ELSEWHERE))
    return Units(provinces=tuple(provinces.values()), communes=communes, former=former)


def together(name: str) -> str:
    """Give a name as the source writes its keys: folded and written together."""
    return fold(name).replace(" ", "")


def accented_together(name: str) -> str:
    """Give a name as the source writes the keys of names that fold to the same: with accents."""
    return unicodedata.normalize("NFC", name).lower().replace(" ", "")


def _nghe_an(path: Path, province_key: str) -> Iterator[FormerUnit]:
    for row in _rows(path):
        yield FormerUnit(
            unit_key=accented_together(row["name"]),
            district_key=together(row["district"]),
            province_key=province_key,
            commune_code=row["commune_code"],
            divided=False,
            name=row["name"],
            district=row["district"],
        )


def _elsewhere(path: Path) -> Iterator[FormerUnit]:
    for row in _rows(path):
        codes = row["commune_codes"].split(" ")
        for code in codes:
            yield FormerUnit(
                unit_key=row["unit_key"],
                district_key=row["district_key"],
                province_key=row["province_key"],
                commune_code=code,
                divided=len(codes) > 1,
            )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(content.decode().splitlines(), delimiter="\t")
