"""A body as it came, and its seal, opened only when it is needed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError

from backend.domain import sealing
from backend.domain.errors import Code, Kind, Refusal
from backend.domain.submissions import Clear, SealedContent
from backend.web.api._sealed_schema import SealedContentSchema

SEALED = SealedContentSchema()
"""Made once: making a schema costs more than using it."""


def canonical(value: Any) -> str:
    """Give the one way to write a JSON value that phone and server hash."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclass(frozen=True)
class SentBody:
    """A body: its clear part, its seal, and the hash that says what "the same" is."""

    clear: Clear
    sealed: str
    sha256: str

    def as_arguments(self) -> dict[str, Any]:
        """Give what receiving takes."""
        return {"clear": self.clear, "opened": self.opened, "content_sha256": self.sha256}

    def opened(self) -> SealedContent:
        """Give what was sealed. Raises the refusals of sealing, and sealed_content_wrong with the parts."""
        try:
            content: SealedContent = SEALED.load(sealing.opened(self.sealed))
        except ValidationError as error:
            # Parts of ours are named; words and values stay out.
            parts = sorted(part for part in error.messages_dict if part in SEALED.fields)
            raise Refusal(Kind.INVALID, Code.SEALED_CONTENT_WRONG, parts=parts) from error
        return content
