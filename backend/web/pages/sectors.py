"""Guides by sector: the groups, and the guides of one group."""

from __future__ import annotations

from itertools import groupby

from flask.typing import ResponseReturnValue

from backend.domain import guides, packs
from backend.domain.errors import Code, missing
from backend.domain.guides import GuideSummary
from backend.domain.vietnamese_order import order_key
from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages


@pages.get("/sectors/")
@access.anyone
def sectors() -> ResponseReturnValue:
    """List the groups of sectors and the occasions in a family's life."""
    counts = {group.slug: 0 for group in packs.GROUPS}
    for summary in guides.listed():
        counts[summary.pack] += 1
    return render_page("sectors/list.html", groups=[g for g in packs.GROUPS if counts[g.slug]], counts=counts)


@pages.get("/sectors/<slug>")
@access.anyone
def sector(slug: str) -> ResponseReturnValue:
    """List the guides of one group, under the sectors that the sources name."""
    group = packs.BY_SLUG.get(slug)
    if group is None:
        raise missing(Code.SECTOR_NOT_FOUND, sector=slug)
    found = sorted((s for s in guides.listed() if s.pack == slug), key=_place)
    by_sector = [(name, list(members)) for name, members in groupby(found, key=lambda s: s.sector)]
    return render_page("sectors/sector.html", group=group, by_sector=by_sector)


def _place(summary: GuideSummary) -> tuple[object, ...]:
    return order_key(summary.sector), summary.origin == "catalogue", order_key(summary.title["vi"])
