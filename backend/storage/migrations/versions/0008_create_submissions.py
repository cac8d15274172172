"""Create the table of submissions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import Json, UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "submissions",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("phone_id", sa.String(36)),
        sa.Column("author_id", sa.String(36)),
        sa.Column("content_sha256", sa.String(64), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("commune_code", sa.String(5), nullable=False),
        sa.Column("captured_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("app_release", sa.String(16), nullable=False),
        sa.Column("incomplete", sa.Boolean(), nullable=False),
        sa.Column("replaces", sa.String(36)),
        sa.Column("files", Json, nullable=False),
        sa.Column("kept_files", Json, nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.ForeignKeyConstraint(["phone_id"], ["phones.id"], name="fk_submissions_phone_id_phones"),
        sa.ForeignKeyConstraint(["replaces"], ["submissions.id"], name="fk_submissions_replaces_submissions"),
    )
    op.create_index("ix_submissions_author_id", "submissions", ["author_id"])
    op.create_index("ix_submissions_phone_received", "submissions", ["phone_id", "received_at"])
