"""Text as it comes from files of others, made comparable: NFC, plain spaces, nothing invisible."""

from __future__ import annotations

import re
from unicodedata import normalize

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_BREAKS = re.compile(" ?\n[ \n]*")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SYMBOL_FONT_BULLETS = re.compile("[\uf0a7\uf0b7\uf0d8\uf0fc]")

_CYRILLIC, _LATIN = "АВЕІЅЈКМНОРСТУХасеіорху", "ABEISJKMHOPCTYXaceiopxy"
_LATIN_OF = str.maketrans(_CYRILLIC + "Ðð", _LATIN + "Đđ")
_LOOKALIKE = re.compile(r"[\u0400-\u04ffÐð]")
_DECODED_WRONGLY = re.compile("á[»º]|Ä[‘\u0091]|Æ[°¡]|Ã[\u0080-\u00bf]")


def tidy(text: str) -> str:
    """Give the text in NFC with single plain spaces; line breaks stay, empty lines do not."""
    text = _SYMBOL_FONT_BULLETS.sub("•", _INVISIBLE.sub("", _BREAKS.sub("\n", text)))
    return normalize("NFC", _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", text)).strip())


def one_line(text: str) -> str:
    """Give the tidied text without line breaks, for names and titles."""
    return tidy(text).replace("\n", " ")


def has_private_use(text: str) -> bool:
    """Tell whether the text holds characters of a symbol font, which no other font can show."""
    return _PRIVATE_USE.search(text) is not None


def has_lookalike(text: str) -> bool:
    """Tell whether Cyrillic letters or ETH stand where Vietnamese text has Latin letters or Đ."""
    return _LOOKALIKE.search(text) is not None


def plain_letters(text: str) -> str:
    """Give the text with look-alike letters replaced; for numbers of laws only, never for prose."""
    return text.translate(_LATIN_OF) if has_lookalike(text) else text


def is_decoded_wrongly(text: str) -> bool:
    """Tell whether UTF-8 was once read as a Western code page ("Thá»§ tá»¥c")."""
    return len(_DECODED_WRONGLY.findall(text)) > 1
