"""Our own guide format 1: the value object itself as JSON, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from backend.domain.guides.doubts import Doubt
from backend.domain.guides.record import Guide
from backend.domain.partial_date import is_partial_date
from backend.domain.plain import from_plain
from backend.formats.fields import Fields
from backend.formats.portal_sources import safe
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Refused, Reject
from backend.formats.shapes import check_shape, tidied

FORMAT = 1

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?", re.ASCII)


def is_written(record: dict[str, Any]) -> bool:
    """Tell whether an object says that it is in this format, whichever its number."""
    return "format" in record


def guide_from(record: dict[str, Any]) -> Guide:
    """Give the guide of one object. Raises Refused with the place of the first fault."""
    if record["format"] != FORMAT or isinstance(record["format"], bool):
        raise Refused(
            Reject.UNSUPPORTED_FORMAT, f"format {str(record['format'])[:20]!r}; this reader knows 1"
        )
    body = tidied({name: value for name, value in record.items() if name != "format"})
    key = Fields(body).key("code")
    check_shape(Guide, body)
    guide = from_plain(Guide, {**body, "code": key})
    for fault in _faults(guide):
        raise Refused(Reject.BAD_VALUE, fault)
    return guide


def _faults(guide: Guide) -> Iterator[str]:
    if not guide.sector:
        yield "sector is empty"
    copied = guide.source.captured_on
    if copied is not None and not (copied.startswith("20") and is_partial_date(copied)):
        yield "source.captured_on is not YYYY, YYYY-MM or YYYY-MM-DD"
    links = [
        ("source.url", guide.source.url),
        *((f"laws[{i}].url", law.url) for i, law in enumerate(guide.laws)),
    ]
    yield from (f"{path} is no web address" for path, url in links if url is not None and safe(url) is None)
    for name, codes in (("related", guide.related), ("replaced_by", (guide.replaced_by,))):
        for code in codes:
            if code is not None and procedure_key(code) != code:
                yield f"{name} holds {code[:40]!r}, which is no code of a procedure"
    for doubt in guide.doubts:
        if doubt not in set(Doubt):
            yield f"doubts holds {doubt[:40]!r}, which is no code of a doubt"
    yield from _question_faults(guide)


def _question_faults(guide: Guide) -> Iterator[str]:
    options = {question.id: [option.id for option in question.options] for question in guide.questions}
    papers = [paper for group in guide.paper_groups for paper in group.papers]
    yield from _id_faults("questions", [question.id for question in guide.questions])
    yield from _id_faults("papers", [paper.id for paper in papers])
    for question, ids in options.items():
        if not ids:
            yield f"question {question!r} has no options"
        yield from _id_faults(f"the options of question {question!r}", ids)
    for paper in papers:
        for question, answers in (paper.when or {}).items():
            if question not in options:
                yield f"paper {paper.id!r} asks for question {question!r}, which does not exist"
            elif unknown := set(answers) - set(options[question]):
                yield f"paper {paper.id!r} asks for {min(unknown)!r}, which {question!r} does not offer"


def _id_faults(place: str, ids: list[str]) -> Iterator[str]:
    for one in ids:
        if not _ID.fullmatch(one):
            yield f"{place}: {one[:40]!r} is no id (small letters, digits and hyphens)"
    if len(set(ids)) < len(ids):
        yield f"{place}: an id occurs twice"
