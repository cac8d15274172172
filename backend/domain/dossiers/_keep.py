"""Between rows and dossiers: the notes of the desk quote answers, so they are encrypted at rest."""

from __future__ import annotations

import json
from typing import Any

from backend.domain import at_rest
from backend.domain.dossiers._record import Dossier, Mark, Marks, Reason, ReturnedItem, State
from backend.storage import dossiers as rows


def dossier_of(row: rows.DossierRow) -> Dossier:
    """Give the dossier that a row holds."""
    review = _open(row)
    return Dossier(
        code=row.code,
        submission_id=row.submission_id,
        commune_code=row.commune_code,
        form_id=row.form_id,
        form_version=row.form_version,
        guide=row.guide,
        incomplete=row.incomplete,
        state=State(row.state),
        version=row.version,
        phone_id=row.phone_id,
        author_id=row.author_id,
        officer_id=row.officer_id,
        opened_at=row.opened_at,
        arrived_at=row.arrived_at,
        changed_at=row.changed_at,
        portal_code=row.portal_code,
        filed_at=row.filed_at,
        corrects=row.corrects,
        items=tuple(_item(one) for one in review["items"]),
        marks={item: _mark(noted) for item, noted in review["marks"].items()},
        marked_on=review.get("marked_on"),
    )


def returned_before(row: rows.DossierRow) -> tuple[ReturnedItem, ...]:
    """Give the items that went back when the dossier was last returned."""
    return tuple(_item(one) for one in _open(row)["items"])


def keep_review(row: rows.DossierRow, marks: Marks, items: tuple[ReturnedItem, ...]) -> None:
    """Put marks and returned items into a row, encrypted."""
    review = {
        "items": [_plain(item) for item in items],
        "marks": {item: _noted(mark) for item, mark in marks.items()},
        "marked_on": row.submission_id,
    }
    content = json.dumps(review, ensure_ascii=False, separators=(",", ":")).encode()
    row.review = at_rest.lock("dossiers", row.code, content)


def _open(row: rows.DossierRow) -> dict[str, Any]:
    if row.review is None:
        return {"items": [], "marks": {}}
    review: dict[str, Any] = json.loads(at_rest.unlock("dossiers", row.code, row.review))
    return review


def _item(plain: dict[str, str]) -> ReturnedItem:
    return ReturnedItem(plain["item"], Reason(plain["reason"]), plain.get("note"))


def _plain(item: ReturnedItem) -> dict[str, str]:
    note = {"note": item.note} if item.note else {}
    return {"item": item.item, "reason": item.reason.value, **note}


def _noted(mark: Mark) -> dict[str, Any]:
    reason = {"reason": mark.reason.value} if mark.reason else {}
    note = {"note": mark.note} if mark.note else {}
    return {"right": mark.is_right, **reason, **note}


def _mark(noted: dict[str, Any]) -> Mark:
    reason = noted.get("reason")
    return Mark(noted["right"], Reason(reason) if reason else None, noted.get("note"))
