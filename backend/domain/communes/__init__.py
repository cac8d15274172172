"""Communes: which there are, what they were formed from, and what each says about itself."""

from backend.domain.communes._load import Counts, UnitsLoaded, load_units
from backend.domain.communes._read import (
    find,
    former_units_of,
    former_units_of_province,
    nghe_an_first,
    of_province,
    province,
    refuse_unknown,
)
from backend.domain.communes._record import (
    HOME_PROVINCE,
    Commune,
    CommuneValue,
    FormerUnit,
    Province,
    UnitKind,
    Units,
)
from backend.domain.communes._search import Found, Through, search
from backend.domain.communes._values import SUBJECT, ValuesKept, keep_values, values_of

__all__ = [
    "HOME_PROVINCE",
    "SUBJECT",
    "Commune",
    "CommuneValue",
    "Counts",
    "FormerUnit",
    "Found",
    "Province",
    "Through",
    "UnitKind",
    "Units",
    "UnitsLoaded",
    "ValuesKept",
    "find",
    "former_units_of",
    "former_units_of_province",
    "keep_values",
    "load_units",
    "nghe_an_first",
    "of_province",
    "province",
    "refuse_unknown",
    "search",
    "values_of",
]
