"""Create the tables of phones and of the people they are or were bound to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "phones",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("person_id", sa.String(36)),
        sa.Column("bound_at", UtcDateTime()),
        sa.Column("revoked_at", UtcDateTime()),
        sa.Column("revoked_by", sa.String(36)),
        sa.PrimaryKeyConstraint("id", name="pk_phones"),
        sa.UniqueConstraint("secret_hash", name="uq_phones_secret_hash"),
    )
    op.create_index("ix_phones_person_id", "phones", ["person_id"])
    op.create_table(
        "phone_bindings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("phone_id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("bound_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_phone_bindings"),
        sa.ForeignKeyConstraint(["phone_id"], ["phones.id"], name="fk_phone_bindings_phone_id_phones"),
    )
    op.create_index("ix_phone_bindings_phone_person", "phone_bindings", ["phone_id", "person_id"])
