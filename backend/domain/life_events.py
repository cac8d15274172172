"""The occasions in a family's life under which guides are found."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.text import Text


@dataclass(frozen=True, kw_only=True)
class LifeEvent:
    """One occasion; guides name it by its slug."""

    slug: str
    name: Text


LIFE_EVENTS = (
    LifeEvent(slug="sinh-con", name={"vi": "Sinh con, nuôi con", "en": "A child is born or adopted"}),
    LifeEvent(slug="cuoi-hoi", name={"vi": "Cưới, vợ chồng", "en": "Marriage"}),
    LifeEvent(slug="nguoi-than-mat", name={"vi": "Người thân mất", "en": "A death in the family"}),
    LifeEvent(slug="chuyen-cho-o", name={"vi": "Chuyển chỗ ở", "en": "Moving home"}),
    LifeEvent(slug="nha-dat", name={"vi": "Làm nhà, ruộng đất", "en": "House and land"}),
    LifeEvent(slug="buon-ban", name={"vi": "Buôn bán, làm ăn", "en": "Trade and farming"}),
    LifeEvent(slug="lam-lai-giay-to", name={"vi": "Mất giấy, làm lại giấy", "en": "Lost or wrong papers"}),
    LifeEvent(slug="di-hoc-di-lam", name={"vi": "Đi học, đi làm, đi xa", "en": "School, work and travel"}),
    LifeEvent(slug="can-ho-tro", name={"vi": "Khó khăn, cần hỗ trợ", "en": "Hardship and support"}),
)

_BY_SLUG = {event.slug: event for event in LIFE_EVENTS}


def life_event(slug: str) -> LifeEvent:
    """Give one life event. Raises KeyError when there is none of that slug."""
    return _BY_SLUG[slug]
