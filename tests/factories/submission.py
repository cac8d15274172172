"""Submissions as phones send them, of invented people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from backend.domain import submissions
from backend.domain.clock import now
from backend.domain.phones import Phone
from backend.domain.receipts import Kept
from backend.domain.submissions import Author, Clear, ConsentGiven, Judged, SealedContent
from tests.factories.communes import commune
from tests.factories.sealed import seal

COMMUNE = commune().code
WORDS = ("Lò Thị Thử", "Vi Văn Mẫu")


def moment(**ago: float) -> str:
    """Give a moment as phones write it."""
    return (now() - timedelta(**ago)).strftime("%Y-%m-%dT%H:%M:%SZ")


def content(**changes: Any) -> dict[str, Any]:
    """Give what stands inside a seal."""
    values: dict[str, Any] = {
        "answers": {"child_name": WORDS[0]},
        "papers": {"papers_of_birth": {"answer": "have", "files": []}},
        "files": [],
        "applicant": {"name": WORDS[1]},
        "subject": {"name": WORDS[0]},
        "author": {"role": "resident"},
        "consents": [{"purpose": "send", "text_version": "1", "at": moment(), "method": "screen"}],
        "time_zone": "Asia/Ho_Chi_Minh",
    }
    return without_none(values | changes)


def body(sealed: Any = None, **changes: Any) -> dict[str, Any]:
    """Give a body; `sealed` is the content to seal, or a seal that is made already."""
    values: dict[str, Any] = {
        "format": 1,
        "form_id": "thu",
        "form_version": 1,
        "commune_code": COMMUNE,
        "captured_at": moment(),
        "app_release": "0123456789abcdef",
        "incomplete": False,
        "files": [],
        "kept_files": [],
        "sealed": sealed if isinstance(sealed, str) else seal(sealed if sealed is not None else content()),
    }
    return without_none(values | changes)


def received(phone: Phone, submission_id: str | None = None, **changes: Any) -> tuple[str, Kept]:
    """Keep a submission of a phone below the wire; gives its id and receipt."""
    own_id = submission_id or str(uuid4())
    return own_id, submissions.receive(own_id, **_arguments(own_id, changes), phone=phone)


def judged(phone: Phone, own_id: str, **changes: Any) -> Kept | Judged:
    """Judge a submission of a phone without keeping it."""
    return submissions.judge(own_id, **_arguments(own_id, changes), phone=phone)


def _arguments(own_id: str, changes: dict[str, Any]) -> dict[str, Any]:
    clear: dict[str, Any] = {
        "form_id": "thu",
        "form_version": 1,
        "commune_code": COMMUNE,
        "captured_at": now(),
    }
    consent = ConsentGiven(purpose="send", text_version="1", at=moment(), method="screen")
    sealed = SealedContent(
        answers=changes.pop("answers", {"child_name": WORDS[0]}),
        papers={},
        author=changes.pop("author", Author(role="resident")),
        consents=changes.pop("consents", (consent,)),
    )
    sha256 = changes.pop("content_sha256", own_id.replace("-", "") * 2)
    made = Clear(**(clear | changes))
    return {"clear": made, "opened": lambda: sealed, "content_sha256": sha256}


def without_none(values: dict[str, Any]) -> dict[str, Any]:
    """Give the values without those that a test took away."""
    return {name: value for name, value in values.items() if value is not None}
