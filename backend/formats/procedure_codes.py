"""Codes of procedures: `1.001193`, also with the suffix of a province or its old long form."""

from __future__ import annotations

import re

OUR_PROVINCE = "H41"
_CODE = re.compile(r"^(\d\.\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.([HG]\d{1,3}))?$", re.ASCII)


def procedure_key(code: str) -> str | None:
    """Give the national code that is our key, or None if this is no code of a procedure."""
    found = _CODE.match(code.strip())
    return found.group(1) if found else None


def is_of_other_province(code: str) -> bool:
    """Tell whether the suffix of a code names a province that is not Nghệ An."""
    found = _CODE.match(code.strip())
    office = found.group(2) if found else None
    return office is not None and office.startswith("H") and office != OUR_PROVINCE
