"""Everything that must be there before the first page is served."""

from __future__ import annotations

import click

from backend.commands.forms import publish_starter
from backend.commands.guides import load_starter
from backend.commands.keys import prepare_keys
from backend.commands.offline import build_offline
from backend.commands.people import invite_first
from backend.domain import communes, feeds
from backend.formats.units_files import read_units
from backend.storage.database import upgrade as upgrade_database


@click.command()
def prepare() -> None:
    """Upgrade the database, make keys, load units, starter guides and forms, build packs and release."""
    upgrade_database()
    prepare_keys(say=click.echo)
    feeds.prune()
    units = communes.load_units(read_units())
    click.echo(
        f"Units: {units.provinces.total} provinces, {units.communes.total} communes, "
        f"{units.former_units.total} former units."
    )
    report = load_starter()
    total = len(report.accepted) + len(report.updated) + len(report.unchanged)
    click.echo(f"Starter guides: {total} ({len(report.accepted)} new, {len(report.updated)} updated).")
    published, new = publish_starter()
    click.echo(f"Starter forms: {published} ({new} new).")
    build_offline(say=click.echo)
    invite_first(say=click.echo)
