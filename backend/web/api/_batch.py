"""A batch: each submission is loaded, judged and answered alone; those that are new share one commit."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from backend.domain import submissions
from backend.domain.errors import Refusal
from backend.domain.phones import Phone
from backend.domain.receipts import Kept
from backend.domain.submissions import Judged
from backend.logs import log
from backend.storage.database import db
from backend.web.api._blueprint import ProblemSchema
from backend.web.api._submission_schema import SubmissionSchema
from backend.web.api._wire_fields import uuid
from backend.web.errors import STATUS, problem_body

LONGEST, LONGEST_ID = 50, 36


class _CountedFirst(fields.List[Any]):
    """A list that is counted before its items are looked at: millions of them are small on the wire."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if isinstance(value, list):
            self._validate(value)
        return super()._deserialize(value, attr, data, **kwargs)


class BatchSchema(Schema):
    """Up to fifty submissions. One that is misshapen is answered alone."""

    submissions = _CountedFirst(
        fields.Raw(
            allow_none=True, metadata={"description": "{id, submission}: what PUT takes, under its id."}
        ),
        required=True,
        validate=validate.Length(1, LONGEST),
    )


class BatchItemSchema(Schema):
    """One submission of a batch."""

    id = uuid(required=True)
    submission = fields.Nested(SubmissionSchema, required=True)


ITEM = BatchItemSchema()


class BatchResultSchema(Schema):
    """What became of one: what PUT would have answered."""

    id = fields.Raw(metadata={"description": "The id as it was sent, where it can be one."}, allow_none=True)
    status = fields.Integer(required=True)
    receipt = fields.String()
    slip = fields.String()
    problem = fields.Nested(ProblemSchema)


class BatchAnswerSchema(Schema):
    """The results in the order of what was sent."""

    results = fields.List(fields.Nested(BatchResultSchema), required=True)


def results_of(items: list[Any], phone: Phone) -> list[dict[str, Any]]:
    """Receive all of a batch; gives a result for each, in their order.

    Corrections come after all others, one by one: what they replace may be in the same batch.
    """
    outcomes: dict[int, Kept | Exception] = {}
    judged: dict[int, Judged] = {}
    corrections: dict[int, dict[str, Any]] = {}
    for place, item in enumerate(items):
        try:
            loaded = ITEM.load(item)
            if loaded["submission"].clear.replaces:
                corrections[place] = loaded
                continue
            found = _judge(loaded, phone, ahead=len(judged))
        except Exception as error:
            outcomes[place] = error
        else:
            if isinstance(found, Judged):
                judged[place] = found
            else:
                outcomes[place] = found
    outcomes |= _kept(judged)
    for place, loaded in corrections.items():
        outcomes[place] = _received(loaded, phone)
    return [_result(item, outcomes[place]) for place, item in enumerate(items)]


def _judge(loaded: dict[str, Any], phone: Phone, *, ahead: int) -> Kept | Judged:
    sent = loaded["submission"].as_arguments()
    return submissions.judge(loaded["id"], **sent, phone=phone, ahead=ahead)


def _kept(judged: dict[int, Judged]) -> dict[int, Kept | Exception]:
    if not judged:
        return {}
    try:
        return dict(zip(judged, submissions.keep_together(list(judged.values())), strict=True))
    except Exception as error:
        db.session.rollback()
        return dict.fromkeys(judged, error)


def _received(loaded: dict[str, Any], phone: Phone) -> Kept | Exception:
    try:
        return submissions.receive(loaded["id"], **loaded["submission"].as_arguments(), phone=phone)
    except Exception as error:
        db.session.rollback()
        return error


def _result(item: Any, outcome: Kept | Exception) -> dict[str, Any]:
    named = item.get("id") if isinstance(item, dict) else None
    is_short = isinstance(named, str) and len(named) <= LONGEST_ID
    answer: dict[str, Any] = {"id": named if is_short else None}
    match outcome:
        case Kept():
            return answer | {"status": 200} | vars(outcome)
        case ValidationError():
            return answer | _problem(422, "unprocessable_entity", outcome.messages_dict)
        case Refusal():
            return answer | _problem(STATUS[outcome.kind], outcome.code.value, outcome.details)
        case _:
            log().error("batch_item_failed", exc_info=outcome)
            return answer | _problem(500, "internal_server_error")


def _problem(status: int, code: str, details: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"status": status, "problem": problem_body(status, code, details)}
