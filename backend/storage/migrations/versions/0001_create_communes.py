"""Create provinces, communes, the units they were formed from, and the values of communes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from backend.storage.columns import Json

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "provinces",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_provinces"),
    )
    op.create_table(
        "communes",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("province_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code", name="pk_communes"),
        sa.ForeignKeyConstraint(
            ["province_code"], ["provinces.code"], name="fk_communes_province_code_provinces"
        ),
    )
    op.create_index("ix_communes_province_code", "communes", ["province_code"])
    op.create_index("ix_communes_folded", "communes", ["folded"])
    op.create_table(
        "former_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("province_key", sa.String(), nullable=False),
        sa.Column("district_key", sa.String(), nullable=False),
        sa.Column("unit_key", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("district", sa.String(), nullable=True),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("district_folded", sa.String(), nullable=False),
        sa.Column("divided", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_former_units"),
        sa.ForeignKeyConstraint(
            ["commune_code"], ["communes.code"], name="fk_former_units_commune_code_communes"
        ),
        sa.UniqueConstraint(
            "province_key", "district_key", "unit_key", "commune_code", name="uq_former_units_province_key"
        ),
    )
    for column in ("commune_code", "folded", "district_folded"):
        op.create_index(f"ix_former_units_{column}", "former_units", [column])
    op.create_table(
        "commune_values",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("text", Json, nullable=False),
        sa.Column("source", Json, nullable=False),
        sa.Column("stated_on", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commune_values"),
        sa.ForeignKeyConstraint(
            ["commune_code"], ["communes.code"], name="fk_commune_values_commune_code_communes"
        ),
        sa.UniqueConstraint("commune_code", "subject", "source_name", name="uq_commune_values_commune_code"),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in ("commune_values", "former_units", "communes", "provinces"):
        op.drop_table(table)
