"""Pages about communes: the list with its search, the communes of a province, one commune."""

from __future__ import annotations

from itertools import groupby

from flask import request
from flask.typing import ResponseReturnValue

from backend.domain import communes, guides
from backend.domain.communes import HOME_PROVINCE, FormerUnit
from backend.domain.fold import fold
from backend.web import access
from backend.web.page import render_page
from backend.web.pages._blueprint import pages

AT_MOST = 40
SUBJECTS = ("place", "hours", "phone")


@pages.get("/communes/")
@pages.get("/communes/search", endpoint="search_communes")
@access.anyone
def list_communes() -> ResponseReturnValue:
    """Show the communes of Nghệ An, and those that `q` may mean.

    The form asks under /communes/search, which no phone keeps: /communes/ itself is a kept page.
    """
    query = request.args.get("q", "")[:200].strip()
    found = communes.search(query, AT_MOST + 1) if query else ()
    listed = communes.of_province(HOME_PROVINCE)
    former = communes.former_units_of_province(HOME_PROVINCE)
    return render_page(
        "communes/list.html",
        query=query,
        found=found[:AT_MOST],
        more=len(found) > AT_MOST,
        communes=listed,
        former=former,
        words={commune.code: _words(former.get(commune.code, ())) for commune in listed},
        provinces=[one for one in communes.nghe_an_first() if one.code != HOME_PROVINCE],
    )


@pages.get("/provinces/<code>")
@access.anyone
def province(code: str) -> ResponseReturnValue:
    """Show the communes of one province."""
    found = communes.province(code)
    return render_page("communes/province.html", province=found, communes=communes.of_province(code))


@pages.get("/communes/<code>")
@access.anyone
def commune(code: str) -> ResponseReturnValue:
    """Show one commune: what it was formed from, and what it says about itself."""
    found, values = communes.find(code), communes.values_of(code)
    titles = {guide.code: guide.title for guide in guides.listed()} if values else {}
    of_procedures = [value for value in values if value.subject not in SUBJECTS]
    by_district = groupby(communes.former_units_of(code), lambda unit: unit.district)
    return render_page(
        "communes/commune.html",
        commune=found,
        districts=[(district, list(units)) for district, units in by_district],
        known={subject: [value for value in values if value.subject == subject] for subject in SUBJECTS},
        of_procedures=[(value, value.subject.partition(":")[2]) for value in of_procedures],
        titles=titles,
    )


def _words(former: tuple[FormerUnit, ...]) -> str:
    """Give the folded words that a row is found by and does not show: the districts of its old names."""
    return " ".join(sorted(set(fold(" ".join(str(unit.district) for unit in former)).split())))
