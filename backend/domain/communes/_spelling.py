"""How names of units are compared: written together, without kind words, with and without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from backend.domain.fold import fold

_KINDS = "thitran|thixa|thanhpho|phuong|dackhu|huyen|quan|tinh|xa"
_ACCENTED_KINDS = "thịtrấn|thịxã|thànhphố|phường|đặckhu|huyện|quận|tỉnh|xã"
_SHORT = {
    "tp": "thành phố",
    "tx": "thị xã",
    "tt": "thị trấn",
    "p": "phường",
    "x": "xã",
    "h": "huyện",
    "q": "quận",
}
_TONE_EARLY = re.compile("([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])")


def key(text: str) -> str:
    """Give a name folded and written together: "Xã Nậm Cắn" and "xa nam can" are "xanamcan"."""
    return re.sub("[^a-z0-9]", "", fold(text))


def accented(text: str) -> str:
    """Give a name written together with its accents; "Hoà" and "Hòa" are the same."""
    parts = unicodedata.normalize("NFD", text.lower())
    together = _TONE_EARLY.sub(r"\1\3\2", re.sub(r"[^\w\u0300-\u036f]|_", "", parts))
    return unicodedata.normalize("NFC", together)


def written_out(query: str) -> str:
    """Write out the usual short forms: "TP Vinh", "H. Kỳ Sơn"."""
    query = re.sub(r"\b(tp|tx|tt)\b\.?", lambda found: f"{_SHORT[found[1].lower()]} ", query, flags=re.I)
    return re.sub(r"\b([pxhq])\.", lambda found: f"{_SHORT[found[1].lower()]} ", query, flags=re.I)


def split_kind(name_key: str) -> tuple[str, str]:
    """Split a key, with or without accents, into its kind and the bare name."""
    found = re.match(f"{_KINDS}|{_ACCENTED_KINDS}", name_key)
    kind = found[0] if found else ""
    return kind, name_key[len(kind) :]


def stems(query_key: str) -> tuple[str, ...]:
    """Give what a bare name may begin with: the query, and the query without a leading kind."""
    bare = split_kind(query_key)[1]
    return (query_key, bare) if bare and bare != query_key else (query_key,)


def spellings(*names: str) -> Iterator[str]:
    """Give the ways to write a unit: its name, then any of the wider units, each with or without its kind."""
    kind, bare = split_kind(names[0])
    for rest in ("", *(text for at in range(1, len(names)) for text in spellings(*names[at:]))):
        yield bare + rest
        yield kind + bare + rest
