"""Units and the values that a commune states about itself."""

from __future__ import annotations

from pathlib import Path

import click

from backend.domain import communes as domain
from backend.domain.communes import UnitsLoaded
from backend.domain.partial_date import is_partial_date
from backend.formats import commune_values_csv
from backend.formats.commune_values_csv import AcceptedValue
from backend.formats.rows import Rejected
from backend.formats.units_files import read_units


@click.group()
def communes() -> None:
    """Provinces, communes and their own values."""


@communes.command()
def load() -> None:
    """Load the units that come with the app; a second run changes nothing."""
    for line in lines_of(domain.load_units(read_units())):
        click.echo(line)


@communes.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--commune", "code", required=True, help="Code of the commune, for example 17728.")
@click.option("--source", required=True, help="Who states the values, in Vietnamese.")
@click.option("--source-en", help="The same in English.")
@click.option("--stated-on", required=True, help="Year, month or day: 2026, 2026-07 or 2026-07-15.")
def values(file: Path, code: str, source: str, source_en: str | None, stated_on: str) -> None:
    """Import what a commune states about itself.

    FILE is a CSV with the columns code and duration_days, or subject, text_vi and text_en, where a
    subject is place, hours, phone, time:CODE or fee:CODE.
    """
    named = {"vi": source} | ({"en": source_en} if source_en else {})
    if not is_partial_date(stated_on):
        raise click.BadParameter("write a year, month or day", param_hint="--stated-on")
    rows = list(commune_values_csv.read(file, source=named, stated_on=stated_on))
    kept = domain.keep_values(code, (row.value for row in rows if isinstance(row, AcceptedValue)))
    rejected = [row for row in rows if isinstance(row, Rejected)]
    for row in rejected:
        click.echo(f"row {row.row}, {row.key or 'no code'}: {row.code} ({row.reason})")
    click.echo(
        f"{kept.added} accepted, {kept.updated} updated, {kept.unchanged} unchanged, "
        f"{kept.older} older than what is kept, {len(rejected)} rejected."
    )


def lines_of(loaded: UnitsLoaded) -> list[str]:
    """Give one line for each kind of unit."""
    return [
        f"{name.replace('_', ' ')}: {counts.total} ({counts.added} added, {counts.updated} updated, "
        f"{counts.unchanged} unchanged, {counts.unlisted} no longer listed)"
        for name, counts in vars(loaded).items()
    ]
