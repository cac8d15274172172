"""Create the table of releases."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import Json, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "releases",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("manifest", Json, nullable=False),
        sa.Column("inputs", sa.String(64), nullable=False),
        sa.Column("built_at", UtcDateTime(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
    )
