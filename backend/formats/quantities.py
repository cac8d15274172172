"""Numbers of copies that ran into the name of their paper, and the file names between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_COPIES = 20

_EXPECTS_A_NUMBER = re.compile(
    r"(?:số|[Mm]ẫu|[Pp]hụ lục|Điều|[Kk]hoản|điểm|bước|[Nn]ghị định|[Tt]hông tư|ngày|tháng|năm|Nam|[/.\-])\s*$"
)
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|rar|zip|odt|rtf|jpe?g|png)$", re.IGNORECASE)
_GLUE = re.compile(
    r"(?<=[;)”\"])(?=\w)|(?<=[^\W\d_])(?<!\dx)(?<![A-ZĐ])(?=[A-ZĐ\d])|(?<=[^\d\s.]\.)(?=[A-ZĐ\d])"
)
_LONGEST_FILE_NAME = 120


@dataclass(frozen=True)
class Split:
    """A name and its quantity; `count` is None when nobody can tell where one ends."""

    name: str
    count: int | None
    was_split: bool


def split_quantity(name: str, digits: str) -> Split:
    """Give back to the name what belongs to it: "theo Mẫu số " and "181" are Mẫu số 18 and one copy."""
    count = int(digits[-9:])
    expects = _EXPECTS_A_NUMBER.search(name) is not None
    if len(digits) > 1 and (expects or digits.startswith("0") or name[-1:].isdigit()):
        return Split(name + digits[:-1], int(digits[-1]), was_split=True)
    if count <= MOST_COPIES:
        return Split(name, count, was_split=False)
    if re.fullmatch(r"(?:19|20)\d\d\d", digits) or digits[-1] in "0123":
        return Split(name + digits[:-1], int(digits[-1]), was_split=True)
    return Split(name, None, was_split=False)


def split_row(text: str) -> tuple[str, str | None]:
    """Cut the name of a form file off the name of its paper. The two together are the whole text."""
    text = text.strip()
    if not _FILE.search(text):
        return text, None
    tail_begins = max(0, len(text) - _LONGEST_FILE_NAME)
    for glue in _GLUE.finditer(text, tail_begins):
        name, file = text[: glue.start()].rstrip(), text[glue.start() :].strip()
        if len(name) > 2 and not name.endswith("VNe"):
            return name, file
    return text, None
