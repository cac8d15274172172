"""What is known about provinces, communes and the units they were formed from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.text import Text

HOME_PROVINCE = "40"  # Nghệ An: its units stand before all others


class UnitKind(StrEnum):
    """The three kinds of units under a province since July 2025."""

    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special_zone"


KIND_WORDS = {"Xã": UnitKind.COMMUNE, "Phường": UnitKind.WARD, "Đặc khu": UnitKind.SPECIAL_ZONE}


@dataclass(frozen=True, kw_only=True)
class Province:
    """One of the 34 provinces. The code is text: it may begin with 0."""

    code: str
    name: str

    @property
    def bare_name(self) -> str:
        """The name without its kind: "Nghệ An"."""
        return self.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


@dataclass(frozen=True, kw_only=True)
class Commune:
    """A commune, ward or special zone with its official name, the kind included."""

    code: str
    name: str
    province: Province

    @property
    def kind(self) -> UnitKind:
        """The kind, which the official name begins with."""
        return next(kind for word, kind in KIND_WORDS.items() if self.name.startswith(f"{word} "))

    @property
    def bare_name(self) -> str:
        """The name without its kind: "Cát Ngạn"."""
        return re.sub(f"^({'|'.join(KIND_WORDS)}) ", "", self.name)


@dataclass(frozen=True, kw_only=True)
class FormerUnit:
    """A unit of before July 2025 and one unit it went to.

    `name` and `district` are known for Nghệ An only; of other provinces the source has nothing
    but the keys, written together and mostly without accents, and nothing is made up from them.
    """

    unit_key: str
    district_key: str
    province_key: str
    commune_code: str
    divided: bool
    name: str | None = None
    district: str | None = None

    @property
    def bare_name(self) -> str | None:
        """The name without its kind, where the name is known."""
        return self.name and re.sub("^(Xã|Phường|Thị trấn) ", "", self.name)


@dataclass(frozen=True, kw_only=True)
class Units:
    """All units of the country, as shipped."""

    provinces: tuple[Province, ...]
    communes: tuple[Commune, ...]
    former: tuple[FormerUnit, ...]


@dataclass(frozen=True, kw_only=True)
class CommuneValue:
    """What one source says about one subject in one commune, and as of when.

    `subject` is place, hours, phone, time:<procedure code> or fee:<procedure code>.
    `stated_on` is YYYY, YYYY-MM or YYYY-MM-DD: as exact as is known.
    """

    subject: str
    text: Text
    source: Text
    stated_on: str
