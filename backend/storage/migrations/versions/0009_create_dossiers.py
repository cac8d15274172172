"""Create the tables of dossiers, of the submissions each has had, and of events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import Json, UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three tables."""
    op.create_table(
        "dossiers",
        sa.Column("code", sa.String(10), nullable=False),
        sa.Column("submission_id", sa.String(36), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("form_id", sa.String(64), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("guide", sa.String(16), nullable=True),
        sa.Column("incomplete", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("phone_id", sa.String(36), nullable=True),
        sa.Column("author_id", sa.String(36), nullable=True),
        sa.Column("officer_id", sa.String(36), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("corrects", sa.String(36), nullable=True),
        sa.Column("review", sa.LargeBinary(), nullable=True),
        sa.Column("portal_code", sa.String(60), nullable=True),
        sa.Column("filed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["commune_code"], ["communes.code"], name="fk_dossiers_commune_code_communes"
        ),
        sa.PrimaryKeyConstraint("code", name="pk_dossiers"),
        sa.UniqueConstraint("submission_id", name="uq_dossiers_submission_id"),
    )
    op.create_index("ix_dossiers_queue", "dossiers", ["commune_code", "state", "arrived_at"])
    op.create_table(
        "dossier_submissions",
        sa.Column("submission_id", sa.String(36), nullable=False),
        sa.Column("dossier", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier"], ["dossiers.code"], name="fk_dossier_submissions_dossier_dossiers"
        ),
        sa.PrimaryKeyConstraint("submission_id", name="pk_dossier_submissions"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(36), nullable=True),
        sa.Column("dossier", sa.String(10), nullable=True),
        sa.Column("submission", sa.String(36), nullable=True),
        sa.Column("detail", Json, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_dossier", "events", ["dossier", "id"])
