"""The page of one procedure guide."""

from __future__ import annotations

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from backend.domain import forms, guides, packs
from backend.domain.errors import Refusal
from backend.domain.guides import GuideSummary
from backend.domain.guides.record import Guide, Origin
from backend.web import access
from backend.web.page import render_page
from backend.web.pages import guide_facts as facts
from backend.web.pages._blueprint import pages
from backend.web.pages.doubts import in_words


@pages.get("/guides/<code>")
@access.anyone
def guide(code: str) -> ResponseReturnValue:
    """Show one guide; of those known by name only, say so."""
    found = guides.find(code)
    if found.code != code:
        return redirect(url_for("pages.guide", code=found.code), code=301)
    group = packs.BY_SLUG[packs.group_of(found.sector)]
    if found.origin is Origin.CATALOGUE:
        return render_page("guides/name_only.html", guide=found, group=group)
    return render_page(
        "guides/guide.html",
        guide=found,
        group=group,
        times=facts.merged(found.times),
        fees=facts.fees_of(found),
        channels=facts.channels_of(found),
        channels_only=facts.names_channels_only(found),
        remarks=facts.remarks_of(found),
        own_steps=facts.numbers_its_steps(found),
        doubts=in_words(found.doubts),
        old_from=facts.old_from(found.source.captured_on),
        paper_count=sum(len(papers.papers) for papers in found.paper_groups),
        roles={papers.role for papers in found.paper_groups if papers.papers},
        related=_known(found.related),
        replacement=_replacement(found),
        form=forms.latest_for_guide(found.code),
    )


def _known(codes: tuple[str, ...]) -> list[GuideSummary]:
    by_code = {summary.code: summary for summary in guides.listed()}
    return [by_code[code] for code in codes if code in by_code]


def _replacement(found: Guide) -> Guide | None:
    try:
        return guides.find(found.replaced_by) if found.replaced_by else None
    except Refusal:
        return None
