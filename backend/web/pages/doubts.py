"""The importer's doubts in the words of the person who has to look."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from backend.domain.guides.doubts import Doubt

WORDS = {
    Doubt.TIME_WITHOUT_UNIT: _("The time has no unit in the source: ask whether it means days."),
    Doubt.CHANNEL_TIMES_DIFFER: _("The times differ by channel; they may stand for different cases."),
    Doubt.DUPLICATE_CHANNEL: _("The source lists one channel twice: these are two cases."),
    Doubt.CUT_OFF_HOUR: _("An hour here is a time of day (handed in before or after), not a duration."),
    Doubt.GLUED_TIME_AND_FEE: _("Time and fee stand without a gap in the source: read both there."),
    Doubt.FEE_CONTRADICTS_NOTE: _("The fee and its own note give different amounts."),
    Doubt.FEE_SUSPECT: _("An amount is too small to be true: the thousands may be lost."),
    Doubt.FOREIGN_CURRENCY: _("A fee in foreign money is for missions abroad, not for the commune."),
    Doubt.QUANTITY_REPAIRED: _("A number of copies was unreadable and was set apart by rule."),
    Doubt.QUANTITY_SUSPECT: _("A number of copies looks wrong."),
    Doubt.TWO_FORM_VARIANTS: _("Paper form and electronic form are both listed: one of them is enough."),
    Doubt.LAW_NUMBER_DOUBTFUL: _("Some law numbers are unclear and are shown as they stand."),
    Doubt.OUTDATED_REFERENCE: _("Names a paper or form that has been replaced."),
    Doubt.DISTRICT_LEVEL_NAMED: _("Still names the district, which ended on 1 July 2025."),
    Doubt.OTHER_PROVINCE: _("This is the version of another province: fees and places are theirs."),
    Doubt.SHARED_SOURCE_URL: _("Another procedure names the same source page."),
    Doubt.WEAK_SOURCE: _("The source itself is not sure."),
}
"""Doubts without words here (letters, long names) change nothing for the reader."""

UNSPOKEN = {Doubt.LOOKALIKE_LETTER, Doubt.PRIVATE_USE_CHARACTER, Doubt.LONG_NAME}


def in_words(codes: Iterable[str]) -> list[str]:
    """Give the sentences for these doubts; one that we do not know yet still says that it is there."""
    said = []
    for code in codes:
        if code in UNSPOKEN:
            continue
        known = WORDS.get(Doubt(code)) if code in set(Doubt) else None
        said.append(str(known) if known else gettext("One detail is unclear: see the source."))
    return list(dict.fromkeys(said))
