"""Bring the database to the shape that the code expects."""

from __future__ import annotations

import click

from backend.storage.database import upgrade as upgrade_database


@click.group()
def database() -> None:
    """The database."""


@database.command()
def upgrade() -> None:
    """Apply the migrations that are due."""
    upgrade_database()
    click.echo("Database: up to date.")
