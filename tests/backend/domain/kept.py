"""What is kept, and that a refusal keeps nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from backend.domain.errors import Refusal
from backend.storage import dossiers as dossier_rows
from backend.storage import submissions as rows
from backend.storage.database import db

LO = "11111111-1111-4111-8111-111111111111"


def count() -> tuple[int, int]:
    """Give how many submissions and dossiers there are."""
    return db.session.query(rows.SubmissionRow).count(), db.session.query(dossier_rows.DossierRow).count()


@contextmanager
def refused() -> Iterator[list[Refusal]]:
    """Expect a refusal, and that nothing changes."""
    before, caught = count(), []
    with pytest.raises(Refusal) as refusal:
        yield caught
    caught.append(refusal.value)
    assert count() == before
