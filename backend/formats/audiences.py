"""Who may file, in the portal's own fixed words, which hold commas themselves."""

from __future__ import annotations

import re

_OUTSIDE_BRACKETS = re.compile(r",\s*(?![^()]*\))")
_CIVIL_SERVANTS = "Cán bộ, công chức, viên chức"
_UNSPLIT = _CIVIL_SERVANTS.replace(",", "\0")


def joined_audiences(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Join what a split at commas broke: "Tổ chức (không bao gồm doanh nghiệp" + "HTX)"."""
    return split_audiences(", ".join(pieces))


def split_audiences(text: str) -> tuple[str, ...]:
    """Split a list of audiences at its commas, but not inside brackets or inside a fixed phrase."""
    parts = _OUTSIDE_BRACKETS.split(text.replace(_CIVIL_SERVANTS, _UNSPLIT))
    return tuple(dict.fromkeys(part.strip().replace("\0", ",") for part in parts if part.strip()))
