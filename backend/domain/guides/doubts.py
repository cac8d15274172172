"""What an importer could not be sure of: codes that a guide carries and the page puts into words."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """One reason for a person to look at the source before relying on a guide."""

    TIME_WITHOUT_UNIT = "time_without_unit"  # "1" alone: one what?
    CHANNEL_TIMES_DIFFER = "channel_times_differ"  # the rows may be cases, not channels
    DUPLICATE_CHANNEL = "duplicate_channel"  # two rows of one channel are two cases, not two offers
    CUT_OFF_HOUR = "cut_off_hour"  # "15 giờ" is a time of day, not a duration
    GLUED_TIME_AND_FEE = "glued_time_and_fee"  # "1100 VNĐ" is a time and a fee without a gap
    FEE_CONTRADICTS_NOTE = "fee_contradicts_note"  # the cell and its own note give other amounts
    FEE_SUSPECT = "fee_suspect"  # under 1,000 đồng: the thousands were lost
    FOREIGN_CURRENCY = "foreign_currency"  # a row for missions abroad, not for a commune
    QUANTITY_REPAIRED = "quantity_repaired"  # a quantity was glued to the text and split by rule
    QUANTITY_SUSPECT = "quantity_suspect"  # too many copies to be true, and no rule splits it
    TWO_FORM_VARIANTS = "two_form_variants"  # paper form and e-form: one is needed, not both
    LAW_NUMBER_DOUBTFUL = "law_number_doubtful"  # the law text is shown as it stands
    LOOKALIKE_LETTER = "lookalike_letter"  # Cyrillic or ETH where a Vietnamese letter belongs
    PRIVATE_USE_CHARACTER = "private_use_character"  # a symbol-font character the screen cannot show
    OUTDATED_REFERENCE = "outdated_reference"  # names a paper, form or circular that was replaced
    DISTRICT_LEVEL_NAMED = "district_level_named"  # districts ended on 1 July 2025
    LONG_NAME = "long_name"  # over 300 characters: needs a short name
    OTHER_PROVINCE = "other_province"  # the local version of another province: its fees, its places
    SHARED_SOURCE_URL = "shared_source_url"  # another procedure in the file names the same page
    WEAK_SOURCE = "weak_source"  # the source itself says it is not sure
