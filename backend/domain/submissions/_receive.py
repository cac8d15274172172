"""Keep a submission once, however often and by whatever ways it arrives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend.domain import dossiers, phones, receipts
from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.forms import Form
from backend.domain.phones import Phone
from backend.domain.plain import to_plain
from backend.domain.receipts import Kept, Statement
from backend.domain.submissions import _judge
from backend.domain.submissions._read import already_kept, locked_content, locked_receipt
from backend.domain.submissions._record import Clear, SealedContent, State
from backend.storage import submissions as rows
from backend.storage.database import part_of_transaction, transaction

TO_SENDER = {Code.DOSSIER_CLOSED, Code.REPLACED_NOT_FOUND}


class _KeptMeanwhile(Exception):
    """Another request kept the same id while this one was judged."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A submission that may be kept: judged, locked and signed, so that keeping it is quick."""

    values: dict[str, Any]
    form: Form
    code: str
    phone: Phone | None
    signed: Kept


def receive(
    submission_id: str,
    *,
    clear: Clear,
    opened: Callable[[], SealedContent],
    content_sha256: str,
    phone: Phone | None,
) -> Kept:
    """Keep a submission and give its receipt; the same again gives the same receipt.

    One commit: the phone if it is new, the submission, its dossier or the correction of one. Raises
    Refusal submission_conflict, what `opened` raises, and what is wrong (docs/sync-protocol.md).
    """
    judged = judge(submission_id, clear=clear, opened=opened, content_sha256=content_sha256, phone=phone)
    if isinstance(judged, Kept):
        return judged
    try:
        with transaction():
            return _keep(judged)
    except _KeptMeanwhile:
        return _first_receipt(judged)


def judge(
    submission_id: str,
    *,
    clear: Clear,
    opened: Callable[[], SealedContent],
    content_sha256: str,
    phone: Phone | None,
    ahead: int = 0,
) -> Kept | Judged:
    """Open, judge, lock and sign a submission without writing; gives the receipt of one that is kept.

    What is known already is answered before anything is opened or judged. `ahead` says how many of the
    same phone are judged and will be kept before this one. Raises like `receive`.
    """
    kept = already_kept(submission_id, content_sha256=content_sha256, phone=phone)
    if kept is not None:
        return kept
    if phone is not None:
        _judge.refuse_flood(phone, ahead=ahead)
    try:
        form, content = _judge.refuse_clear(clear), opened()
        _judge.refuse_content(form, clear, content)
        code = _judge.code_of_replaced(clear, phone) or dossiers.make_code()
    except Refusal as refusal:
        raise _about_what_was_sent(refusal) from refusal
    moment = now()
    signed = receipts.sign(_statement(submission_id, code, clear, content_sha256, moment))
    values = {
        "id": submission_id,
        "phone_id": phone and phone.id,
        "author_id": _judge.verified_author(content, phone),
        "content_sha256": content_sha256,
        "received_at": moment,
        "state": _state(clear).value,
        "content": locked_content(submission_id, content),
        "receipt": locked_receipt(submission_id, signed),
        **_columns(clear),
    }
    return Judged(values=values, form=form, code=code, phone=phone, signed=signed)


def keep_together(judged: Sequence[Judged]) -> list[Kept | Exception]:
    """Keep many submissions in one commit; gives for each its receipt, or why it alone was not kept.

    They are added in the order of their ids, so that two batches with the same ones never wait for each
    other: all in one go, and one by one only when that fails. When the commit itself fails, nothing was
    kept, and the error is raised.
    """
    by_id = sorted(range(len(judged)), key=lambda place: str(judged[place].values["id"]))
    with transaction():
        if _kept_at_once([judged[place] for place in by_id]):
            return [one.signed for one in judged]
        outcomes = {place: _keep_part(judged[place]) for place in by_id}
    return [outcomes[place]() for place in range(len(judged))]


def _kept_at_once(judged: Sequence[Judged]) -> bool:
    """Keep all or none: a savepoint for each would cost as much as what it protects."""
    try:
        with part_of_transaction():
            for one in judged:
                _keep(one)
    except Exception:  # tried again one by one, it is said of the one that it belongs to
        return False
    return True


def _keep_part(judged: Judged) -> Callable[[], Kept | Exception]:
    try:
        with part_of_transaction():
            kept = _keep(judged)
        return lambda: kept
    except _KeptMeanwhile:
        return lambda: _first_receipt_or_why(judged)
    except Exception as error:
        failed = error
        return lambda: failed


def _keep(judged: Judged) -> Kept:
    values, phone = judged.values, judged.phone
    if phone is not None and not phone.is_kept:
        phones.keep(phone)
    if not rows.add_once(**values):
        raise _KeptMeanwhile
    try:
        dossiers.open_for(
            values["id"],
            commune_code=values["commune_code"],
            form_id=judged.form.id,
            form_version=judged.form.version,
            guide=judged.form.guides[0] if len(judged.form.guides) == 1 else None,
            incomplete=values["incomplete"],
            replaces=values["replaces"],
            phone_id=values["phone_id"],
            author_id=values["author_id"],
            code=judged.code,
        )
    except Refusal as refusal:
        raise _about_what_was_sent(refusal) from refusal
    return judged.signed


def _first_receipt(judged: Judged) -> Kept:
    sha256 = judged.values["content_sha256"]
    kept = already_kept(judged.values["id"], content_sha256=sha256, phone=judged.phone)
    if kept is None:
        raise RuntimeError("a submission was neither there nor could it be added")
    return kept


def _first_receipt_or_why(judged: Judged) -> Kept | Exception:
    try:
        return _first_receipt(judged)
    except (Refusal, RuntimeError) as error:
        return error


def _statement(
    submission_id: str, code: str, clear: Clear, content_sha256: str, moment: datetime
) -> Statement:
    return Statement(
        submission_id=submission_id,
        code=code,
        state=_state(clear).value,
        content_sha256=content_sha256,
        files=tuple(to_plain(clear.files)),
        missing=tuple(file.id for file in clear.files),
        received_at=moment,
        server_time=moment,
        replaces=clear.replaces,
    )


def _state(clear: Clear) -> State:
    """Files come later and alone; until then they are awaited, which is not an error."""
    return State.WAITING_FOR_FILES if clear.files else State.WHOLE


def _columns(clear: Clear) -> dict[str, Any]:
    return {
        "form_id": clear.form_id,
        "form_version": clear.form_version,
        "commune_code": clear.commune_code,
        "captured_at": clear.captured_at,
        "app_release": clear.app_release,
        "incomplete": clear.incomplete,
        "replaces": clear.replaces,
        "files": to_plain(clear.files),
        "kept_files": list(clear.kept_files),
    }


def _about_what_was_sent(refusal: Refusal) -> Refusal:
    """Something that is missing is no missing address here: the sender named it wrongly."""
    if refusal.kind is Kind.MISSING or refusal.code in TO_SENDER:
        return Refusal(Kind.INVALID, refusal.code, **refusal.details)
    return refusal
