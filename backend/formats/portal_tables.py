"""The portal's tables as a crawl leaves them, all cells glued together, taken apart again."""

from __future__ import annotations

import re

from backend.domain.guides.record import Channel
from backend.formats.portal_record import TIME_UNITS, ChannelRow, DocumentGroup, DocumentRow
from backend.formats.quantities import MOST_COPIES, split_quantity, split_row

CHANNEL_HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả"
DOCUMENT_HEADER = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
CHANNEL_NAMES = {
    "Trực tuyến": Channel.ONLINE,
    "Dịch vụ bưu chính": Channel.POSTAL,
    "Trực tiếp": Channel.IN_PERSON,
}
_FEE = r"(?:Miễn phí|Không có thông tin|(?:[\d.,]+ ?)?(?:Việt Nam Đồng|VNĐ|Đồng|USD))"
_WITH_UNIT = rf"(?P<value>\d{{1,4}}) ?(?P<unit>Ngày làm việc|Ngày|Giờ|Tháng)(?={_FEE})"
_WITHOUT_UNIT = r"(?P<bare>\d{1,3})(?=Miễn phí|Không có thông tin)"
_GLUED = r"(?P<glued>(?=\d[\d.,]* ?(?:Việt Nam Đồng|VNĐ|Đồng|USD)))"
_NO_TIME = rf"Không có thông tin(?={_FEE})"
_FRACTION = rf"(?P<fraction>\d{{1,3}}[.,]\d{{1,2}} ?(?:Ngày làm việc|Ngày|Giờ|Tháng))(?={_FEE})"
_CHANNEL = re.compile(
    rf"(?P<channel>{'|'.join(CHANNEL_NAMES)})(?:{_WITH_UNIT}|{_WITHOUT_UNIT}|{_FRACTION}|{_GLUED}|{_NO_TIME})"
)
_QUANTITY = re.compile(
    r"(\d+) bản (?:(chính)(?:, ?(\d+) bản sao)?|sao)(?=$|\n|[^\s);,.:/]|[;,.:](?=[^\s\d]))", re.ASCII
)
_IN_PROSE = re.compile(r"0\d", re.ASCII)
_RESULT = re.compile(r"Mã: ?(KQ\.[A-Z]\d+\.\d+)", re.ASCII)


def channel_rows(glued: str) -> tuple[ChannelRow, ...]:
    """Take the table of ways to file apart. Times and fees that ran together stay together, in `raw`."""
    body = glued.replace(CHANNEL_HEADER, "", 1)
    found = list(_CHANNEL.finditer(body))
    ends = [match.start() for match in found[1:]] + [len(body)]
    return tuple(
        ChannelRow(
            channel=CHANNEL_NAMES[match["channel"]],
            value=int(match["value"] or match["bare"]) if match["value"] or match["bare"] else None,
            unit=TIME_UNITS[match["unit"].lower()] if match["unit"] else None,
            time_text=match["fraction"],
            is_glued=match["glued"] is not None,
            raw=body[match.end() : end].strip(),
        )
        for match, end in zip(found, ends, strict=False)
    )


def document_groups(glued: str) -> tuple[tuple[DocumentGroup, ...], str]:
    """Take the tables of papers apart; the text that belongs to none of them comes second."""
    title, *bodies = glued.split(DOCUMENT_HEADER)
    groups = []
    for body in bodies:
        rows, rest = _document_rows(body)
        groups.append(DocumentGroup(title=title.strip() or None, rows=rows))
        title = rest
    return tuple(groups), title.strip()


def _document_rows(body: str) -> tuple[tuple[DocumentRow, ...], str]:
    rows, start = [], 0
    for match in _QUANTITY.finditer(body):
        if _IN_PROSE.fullmatch(match[1]):
            continue  # "01 bản chính" is prose: the portal's own column never pads a number
        name = body[start : match.start()]
        rows.append(_row(name, match[1], match[3], counts_copies=match[2] is None))
        start = match.end()
    return tuple(rows), body[start:]


def _row(text: str, digits: str, copies: str | None, *, counts_copies: bool) -> DocumentRow:
    split = split_quantity(text, digits)
    name, form_file = split_row(split.name)
    return DocumentRow(
        name=name,
        form_file=form_file,
        originals=0 if counts_copies else split.count,
        copies=split.count if counts_copies else int((copies or "0")[-9:]),
        was_split=split.was_split,
        is_suspect=split.count is None,
    )


def document_row(
    text: str, *, originals: int | None, copies: int | None, was_split: bool = False
) -> DocumentRow:
    """Read a row whose cells were already apart; more copies than anyone asks for are looked at again."""
    is_suspect = False
    if originals is not None and originals > MOST_COPIES:
        split = split_quantity(text, str(originals))
        text, originals, was_split = split.name, split.count, split.was_split
        is_suspect = split.count is None
    if copies is not None and copies > MOST_COPIES:
        copies, is_suspect = None, True
    name, form_file = split_row(text)
    return DocumentRow(
        name=name,
        form_file=form_file,
        originals=originals,
        copies=copies,
        was_split=was_split,
        is_suspect=is_suspect,
    )


def results(glued: str) -> tuple[tuple[str, str | None], ...]:
    """Take the list of results apart into names and codes."""
    body = re.split(r"Từ khóa", glued, maxsplit=1)[0]
    parts = _RESULT.split(body)
    named = [(name.strip(), code) for name, code in zip(parts[::2], parts[1::2], strict=False)]
    rest = parts[-1].strip()
    return tuple((name, code) for name, code in named if name) + (((rest, None),) if rest else ())
