"""Create the tables of feeds and their changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "feeds",
        sa.Column("name", sa.String(48), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_feeds"),
    )
    op.create_table(
        "changes",
        sa.Column("feed", sa.String(48), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("feed", "position", name="pk_changes"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.name"], name="fk_changes_feed_feeds"),
    )
    op.create_index("ix_changes_at", "changes", ["at"])
