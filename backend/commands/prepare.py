"""Everything that must be there before the first page is served."""

from __future__ import annotations

import click

from backend.commands.guides import load_starter
from backend.commands.offline import build_offline
from backend.domain import communes
from backend.formats.units_files import read_units
from backend.storage.database import upgrade as upgrade_database


@click.command()
def prepare() -> None:
    """Upgrade the database, load units and starter guides, build packs and release."""
    upgrade_database()
    units = communes.load_units(read_units())
    click.echo(
        f"Units: {units.provinces.total} provinces, {units.communes.total} communes, "
        f"{units.former_units.total} former units."
    )
    report = load_starter()
    total = len(report.accepted) + len(report.updated) + len(report.unchanged)
    click.echo(f"Starter guides: {total} ({len(report.accepted)} new, {len(report.updated)} updated).")
    build_offline(say=click.echo)
