"""Read one version of a form: its questions, conditions and rules."""

from __future__ import annotations

from typing import Any

from backend.domain import forms as domain
from backend.domain.forms import PublishedForm
from backend.web import access
from backend.web.api._blueprint import Blueprint
from backend.web.api._record_schema import schema_of

forms = Blueprint("forms", __name__, description="Forms")


@forms.get("/forms/<string:form_id>/<int:version>")
@access.anyone
@forms.etag
@forms.refuses(404)
@forms.response(200, schema_of(PublishedForm))
def read_form(form_id: str, version: int) -> Any:
    """Give one version of a form; its content never changes, but it may be withdrawn.

    `show_if`, `required` and `rules[].test` are expressions parsed to trees: lists whose first
    member names what is done, for example `["=", ["field", "sex"], ["text", "female"]]`.
    """
    return domain.find_published(form_id, version)
