"""Vietnamese text without its marks: the form in which texts are compared, on phone and server."""

from __future__ import annotations

import re
import unicodedata

MARKS = "\u0300-\u036f"
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARK = re.compile(f"[{MARKS}]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Give the text in lower case without marks, đ as d, with single spaces for all that is not a word."""
    bare = _MARK.sub("", unicodedata.normalize("NFD", INVISIBLE.sub("", text.lower())))
    return " ".join(_WORD.findall(bare.replace("đ", "d")))
