"""Create the table of guides."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import Json, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "guides",
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("collection", sa.String(24), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("code", "collection", name="pk_guides"),
    )
    op.create_index("ix_guides_changed_at", "guides", ["changed_at"])
