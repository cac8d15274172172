"""Tables of papers become groups: what to hand in, what to show, cases, and notes nobody ticks."""

from __future__ import annotations

import re

from backend.domain.guides.record import Paper, PaperGroup, PaperRole
from backend.domain.text import Text
from backend.formats.portal_record import DocumentGroup, DocumentRow

_BULLET = re.compile(r"^(?:[-–+*•]\s*)+")
_NUMBERING = r"(?:\(?[0-9a-zđ.]{1,5}\)|[0-9IVX]{1,4}\.)?\s*"
_SUBMIT = re.compile(r"phải nộp\b(?!.*xuất trình)", re.IGNORECASE)
_PRESENT = re.compile(rf"^{_NUMBERING}xuất trình|phải xuất trình\b(?!.*phải nộp)", re.IGNORECASE)
_NOTES = re.compile(rf"^{_NUMBERING}(?:lưu ý|ghi chú)\s*:?$", re.IGNORECASE)
_CASE = re.compile(rf"^{_NUMBERING}(?:trường hợp|đối với)", re.IGNORECASE)


def role_of(title: str | None) -> PaperRole:
    """Give the role that a group's own title states; no title means nobody knows."""
    if title is None:
        return PaperRole.UNSORTED
    if _CASE.match(title):
        return PaperRole.CASE
    if _PRESENT.search(title):
        return PaperRole.PRESENT
    return PaperRole.SUBMIT if _SUBMIT.search(title) else PaperRole.UNSORTED


def plain_title(title: str | None) -> str | None:
    """Give the title of a group without its bullet, its colon and the portal's "--"."""
    plain = _BULLET.sub("", title or "").strip().removesuffix(":").strip()
    return plain or None


def paper_groups(groups: tuple[DocumentGroup, ...], notes: tuple[str, ...] = ()) -> tuple[PaperGroup, ...]:
    """Give the groups in the order of the source; text outside every table becomes notes."""
    found = [_group(place, group) for place, group in enumerate(groups, 1)]
    if notes:
        found.append(PaperGroup(role=PaperRole.UNSORTED, notes=tuple({"vi": note} for note in notes)))
    return tuple(group for group in found if group.papers or group.notes)


def _group(place: int, group: DocumentGroup) -> PaperGroup:
    title = plain_title(group.title)
    is_remark = title is not None and _NOTES.match(title) is not None
    papers: list[Paper] = []
    notes: list[Text] = []
    for row in group.rows:
        if not (name := _BULLET.sub("", row.name).strip()):
            continue
        if is_remark or (row.originals == 0 and not row.copies):
            notes.append({"vi": name})
        else:
            papers.append(_paper(f"g{place}p{len(papers) + 1}", name, row))
    return PaperGroup(
        role=role_of(title),
        title={"vi": title} if title else None,
        papers=tuple(papers),
        notes=tuple(notes),
    )


def _paper(paper_id: str, name: str, row: DocumentRow) -> Paper:
    return Paper(
        id=paper_id,
        name={"vi": name},
        originals=row.originals,
        copies=row.copies,
        form_file=row.form_file,
    )
