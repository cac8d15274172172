"""Traps 3, 4, 17 and 19: times that are not what their cell says."""

from __future__ import annotations

import pytest

from backend.domain.guides.record import Channel, TimeUnit
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import (
    CHANNEL_HEADER,
    channel,
    normalised,
    official,
    official_time,
    raw,
)


def test_a_number_without_a_unit_gets_none() -> None:
    guide = accepted(normalised(channels=[channel(time_value=1, time_unit=None)]))
    assert (guide.times[0].value, guide.times[0].unit) == (1, None)
    assert "time_without_unit" in guide.doubts


def test_a_glued_number_without_a_unit_gets_none() -> None:
    guide = accepted(raw(cach_thuc_thuc_hien=f"{CHANNEL_HEADER}Trực tuyến1Miễn phíTrực tiếp1Miễn phí"))
    assert [(time.channel, time.value, time.unit) for time in guide.times] == [
        (Channel.ONLINE, 1, None),
        (Channel.IN_PERSON, 1, None),
    ]
    assert [fee.text for fee in guide.fees] == [{"vi": "Miễn phí"}] * 2


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("Ngày làm việc", TimeUnit.WORKING_DAYS),
        ("Ngày", TimeUnit.DAYS),
        ("Giờ", TimeUnit.HOURS),
        ("Tháng", TimeUnit.MONTHS),
    ],
)
def test_the_four_units_stay_apart(word: str, unit: TimeUnit) -> None:
    guide = accepted(raw(cach_thuc_thuc_hien=f"{CHANNEL_HEADER}Trực tiếp7 {word}10,000 VNĐ(ghi chú)"))
    assert (guide.times[0].value, guide.times[0].unit) == (7, unit)


def test_a_time_that_the_source_does_not_give_stays_away() -> None:
    guide = accepted(raw(cach_thuc_thuc_hien=f"{CHANNEL_HEADER}Dịch vụ bưu chínhKhông có thông tin8,000 VNĐ"))
    assert (guide.times[0].value, guide.times[0].text) == (None, None)
    assert guide.fees[0].text == {"vi": "8,000 VNĐ"}


def test_half_a_day_is_kept_in_the_words_of_the_source() -> None:
    guide = accepted(raw(cach_thuc_thuc_hien=f"{CHANNEL_HEADER}Trực tiếp1.5 Ngày làm việcMiễn phí"))
    assert (guide.times[0].value, guide.times[0].text) == (None, {"vi": "1.5 Ngày làm việc"})


@pytest.mark.parametrize(
    "ways",
    [
        {"channels": [channel(time_value=1100, time_unit=None, raw="VNĐ(100.000 đồng/lần)")]},
        {"channels_raw": f"{CHANNEL_HEADER}Trực tuyến1100 VNĐ(100.000 đồng/lần)"},
    ],
)
def test_a_time_glued_to_its_fee_is_neither(ways: dict[str, object]) -> None:
    guide = accepted(normalised(**ways))
    assert guide.times[0].value is None
    assert (guide.fees[0].kind, guide.fees[0].text) == ("conditional", {"vi": "1100 VNĐ(100.000 đồng/lần)"})
    assert guide.doubts == ("glued_time_and_fee",)


def test_different_times_per_channel_are_doubted_because_they_may_be_cases() -> None:
    guide = accepted(normalised(channels=[channel(time_value=20), channel("in_person", time_value=15)]))
    assert "channel_times_differ" in guide.doubts
    assert [time.value for time in guide.times] == [20, 15]


def test_the_same_channel_twice_stays_two_rows_and_is_doubted() -> None:
    guide = accepted(normalised(channels=[channel("in_person"), channel("in_person", raw="10 USD(/bản)")]))
    assert {"duplicate_channel", "foreign_currency"} <= set(guide.doubts)
    assert len(guide.times) == len(guide.fees) == 2


def test_a_cut_off_hour_is_no_duration() -> None:
    told = "Ngay trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo."
    guide = accepted(official(CACHTHUCTHUCHIEN=official_time("15", "Giờ", told)))
    assert (guide.times[0].value, guide.times[0].unit) == (None, None)
    assert guide.times[0].text == {"vi": told}
    assert guide.doubts == ("cut_off_hour",)


def test_a_cut_off_hour_is_seen_in_the_steps_too() -> None:
    guide = accepted(
        normalised(
            channels=[channel(time_value=15, time_unit="Giờ")], steps="Nộp hồ sơ. Sau 15 giờ, trả hôm sau."
        )
    )
    assert guide.times[0].text == {"vi": "Sau 15 giờ, trả hôm sau."}


def test_hours_that_are_hours_stay_hours() -> None:
    guide = accepted(official(CACHTHUCTHUCHIEN=official_time("8", "Giờ", "Trong 8 giờ làm việc")))
    assert (guide.times[0].value, guide.times[0].unit) == (8, TimeUnit.HOURS)
