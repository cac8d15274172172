"""Facts of a guide: equal channels share a line, different ones stay apart, nothing is made up."""

from __future__ import annotations

from datetime import date

import pytest

from backend.domain.guides.record import Channel, Fee, FeeKind, Origin, ProcessingTime, TimeUnit
from backend.web.pages.guide_facts import fees_of, head_and_rest, merged, old_from, remarks_of
from tests.factories.guide import guide

ALL = (Channel.ONLINE, Channel.POSTAL, Channel.IN_PERSON)


def test_channels_that_agree_are_one_line_without_names() -> None:
    times = [ProcessingTime(channel=channel, value=3, unit=TimeUnit.WORKING_DAYS) for channel in ALL]
    (fact,) = merged(times)
    assert fact.channels == ()
    assert fact.value == ProcessingTime(value=3, unit=TimeUnit.WORKING_DAYS)


def test_channels_that_differ_are_each_named_in_the_order_of_the_source() -> None:
    days = zip(ALL, (17, 20, 17), strict=True)
    facts = merged([ProcessingTime(channel=c, value=v, unit=TimeUnit.WORKING_DAYS) for c, v in days])
    assert [fact.channels for fact in facts] == [(Channel.ONLINE, Channel.IN_PERSON), (Channel.POSTAL,)]


def test_two_rows_of_one_channel_stay_two() -> None:
    rows = [ProcessingTime(channel=Channel.ONLINE, value=value, unit=TimeUnit.DAYS) for value in (5, 9)]
    assert [fact.channels for fact in merged(rows)] == [(Channel.ONLINE,), (Channel.ONLINE,)]


def test_an_amount_stands_apart_from_its_parenthesis_and_nothing_is_lost() -> None:
    text = "10,000 Việt Nam Đồng(Trường hợp nộp qua mạng thu 10.000 đồng/lần đăng ký.)"
    head, rest = head_and_rest(Fee(kind=FeeKind.CONDITIONAL, text={"vi": text}))
    assert head == {"vi": "10,000 Việt Nam Đồng"}
    assert rest == {"vi": text.removeprefix("10,000 Việt Nam Đồng")}


def test_free_with_a_rule_behind_it_never_becomes_the_value() -> None:
    text = {"vi": "Miễn phí(Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định.)"}
    assert head_and_rest(Fee(kind=FeeKind.CONDITIONAL, text=text)) == (None, text)
    assert head_and_rest(Fee(kind=FeeKind.FREE, text={"vi": "Miễn phí"})) == ({"vi": "Miễn phí"}, None)


def test_remarks_of_the_portal_are_about_the_channel_not_the_fee() -> None:
    note = {"vi": "Nộp tại Công an xã."}
    fees = tuple(Fee(channel=c, kind=FeeKind.UNKNOWN, note=note) for c in ALL[:2])
    imported = guide(origin=Origin.IMPORTED, fees=fees)
    assert [(remark.channels, remark.text) for remark in remarks_of(imported)] == [(ALL[:2], note)]
    assert [fact.value.note for fact in fees_of(imported)] == [None]
    written = guide(fees=fees)
    assert [fact.value.note for fact in fees_of(written)] == [note]
    assert remarks_of(written) == ()


@pytest.mark.parametrize(
    ("captured", "old"),
    [("2026-07-01", date(2026, 12, 31)), ("2026-07", date(2027, 1, 30)), ("2026", date(2027, 7, 2))],
)
def test_a_copy_grows_old_half_a_year_after_the_last_day_it_may_be_from(captured: str, old: date) -> None:
    assert old_from(captured) == old
