"""Create the tables of people and of the roles they hold."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "people",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("fs_uniquifier", sa.String(64), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("sign_in_name", sa.String(64), nullable=False),
        sa.Column("phone_number", sa.String(20), nullable=True),
        sa.Column("password", sa.String(255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("invited_at", UtcDateTime(), nullable=False),
        sa.Column("invited_by", sa.String(36), nullable=True),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("signed_in_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("ended_by", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("fs_uniquifier", name="uq_people_fs_uniquifier"),
        sa.UniqueConstraint("sign_in_name", name="uq_people_sign_in_name"),
        sa.UniqueConstraint("phone_number", name="uq_people_phone_number"),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name="fk_people_invited_by_people"),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name="fk_people_ended_by_people"),
    )
    op.create_table(
        "roles_held",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("role", sa.String(24), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=True),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("given_by", sa.String(36), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_roles_held"),
        sa.UniqueConstraint("person_id", "role", "commune_code", name="uq_roles_held_person_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_roles_held_person_id_people"),
        sa.ForeignKeyConstraint(
            ["commune_code"], ["communes.code"], name="fk_roles_held_commune_code_communes"
        ),
        sa.ForeignKeyConstraint(["given_by"], ["people.id"], name="fk_roles_held_given_by_people"),
    )
    op.create_index("ix_roles_held_commune_code", "roles_held", ["commune_code"])
