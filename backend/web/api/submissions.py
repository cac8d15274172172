"""Receive submissions, one or up to fifty, and give their receipts again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from marshmallow import Schema, fields

from backend.domain import phones
from backend.domain import submissions as domain
from backend.domain.phones import Phone
from backend.web import access, limits
from backend.web.api._batch import BatchAnswerSchema, BatchSchema, results_of
from backend.web.api._blueprint import Blueprint
from backend.web.api._bodies import BodyParser, at_most
from backend.web.api._sent_body import SentBody
from backend.web.api._submission_schema import SubmissionSchema

submissions = Blueprint("submissions", __name__, description="Send what was filled in, once")
submissions.ARGUMENTS_PARSER = BodyParser()

BATCH_SENT, BATCH_UNPACKED = 1_000_000, 2_000_000
"""A phone sends at most 240 kB unpacked; what may be unpacked is what a stranger may make us read."""


class ReceiptSchema(Schema):
    """Our signed word, as two JWS (ES256): the receipt, and the slip that fits into a QR."""

    receipt = fields.String(required=True)
    slip = fields.String(required=True)


@submissions.put("/submissions/<uuid:submission_id>")
@access.phone
@submissions.arguments(SubmissionSchema())
@submissions.asked_by_phone
@submissions.refuses(400, 401, 404, 409, 413, 415, 422, 429)
@submissions.response(200, ReceiptSchema)
def put_submission(sent: SentBody, submission_id: UUID) -> Any:
    """Receive one submission. The phone repeats it until it has the receipt; all answers are the same."""
    phone = _sender()
    return domain.receive(str(submission_id), **sent.as_arguments(), phone=phone)


@submissions.post("/submissions/batch")
@access.phone
@at_most(sent=BATCH_SENT, unpacked=BATCH_UNPACKED)
@submissions.arguments(BatchSchema())
@submissions.asked_by_phone
@submissions.refuses(400, 401, 413, 415, 422, 429)
@submissions.response(200, BatchAnswerSchema)
def post_batch(batch: dict[str, Any]) -> Any:
    """Receive up to fifty submissions; one that is refused, or fails, does not hold up the others."""
    phone = _sender()
    return {"results": results_of(batch["submissions"], phone)}


@submissions.get("/submissions/<uuid:submission_id>/receipt")
@access.phone
@submissions.asked_by_phone
@submissions.refuses(401, 404, 422)
@submissions.response(200, ReceiptSchema)
def get_receipt(submission_id: UUID) -> Any:
    """Give the receipt again to the phone that sent the submission."""
    return domain.receipt_of(str(submission_id), phone=phones.known(access.phone_secret()))


def _sender() -> Phone:
    """Give the phone that sends. Raises phone_revoked, and too_many_tries when new ones pour in."""
    phone = phones.known(access.phone_secret())
    if not phone.is_kept:
        limits.count_new_phone()
    return phone
