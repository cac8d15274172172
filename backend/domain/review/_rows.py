"""Rows of the queue: whom each dossier is about, who files, who helped, how many papers there are."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain import forms, submissions
from backend.domain.dossiers import Dossier
from backend.domain.errors import Refusal
from backend.domain.forms.record import Form, Option
from backend.domain.review._record import Summary
from backend.domain.submissions import SealedContent


def summaries(listed: Iterable[Dossier]) -> tuple[Summary, ...]:
    """Give the rows of a list. One dossier that cannot be opened does not hide the others."""
    known: dict[tuple[str, int], Form] = {}
    rows = []
    for dossier in listed:
        version = dossier.form_id, dossier.form_version
        if version not in known:
            known[version] = forms.find(*version)
        rows.append(_summary(dossier, known[version]))
    return tuple(rows)


def summary(dossier: Dossier) -> Summary:
    """Give the row of one dossier."""
    return summaries([dossier])[0]


def _summary(dossier: Dossier, form: Form) -> Summary:
    try:
        content = submissions.content_of(dossier.submission_id)
    except Refusal:
        return Summary(dossier, form)
    said = [paper.get("answer") for paper in content.papers.values()]
    return Summary(
        dossier=dossier,
        form=form,
        is_open=True,
        subject=content.subject.name,
        applicant=content.applicant.name,
        phone=content.applicant.phone,
        relation=_relation(form, content),
        author_role=content.author.role,
        papers_had=said.count("have"),
        papers_of=len(said) - said.count("not_applicable"),
    )


def _relation(form: Form, content: SealedContent) -> str | Option | None:
    told: str | None = content.relation
    asked = next((field for field in form.fields if field.id == form.relation), None)
    options = asked.options if asked else ()
    return next((option for option in options if option.code == told), told)
