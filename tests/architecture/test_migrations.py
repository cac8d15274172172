"""Migrations are numbered, in one line, and make exactly the tables that the code expects."""

from __future__ import annotations

import ast
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask

from backend.settings import ROOT
from backend.storage.database import db

FOLDER = ROOT / "backend" / "storage" / "migrations"
VERSIONS = sorted((FOLDER / "versions").glob("*.py"))


def test_each_migration_follows_the_one_before() -> None:
    numbers = [path.name[:4] for path in VERSIONS]
    assert numbers == [f"{place:04}" for place in range(1, len(VERSIONS) + 1)]
    for path, before in zip(VERSIONS, [None, *numbers], strict=False):
        assert constants(path)["revision"] == path.name[:4]
        assert constants(path)["down_revision"] == before


def test_the_newest_migration_is_noted_so_that_two_branches_conflict() -> None:
    assert (FOLDER / ".current-alembic-head").read_text().strip() == VERSIONS[-1].stem


def test_migrations_make_the_tables_of_the_code(app: Flask) -> None:
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, db.metadata) == []


def constants(path: Path) -> dict[str, object]:
    """Give the constants that a migration module assigns."""
    assigned = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign)]
    return {node.targets[0].id: ast.literal_eval(node.value) for node in assigned}  # type: ignore[attr-defined]
