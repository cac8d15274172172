"""Local durations by CSV: what is stated is read, what is missing stays missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.formats.commune_values_csv import LARGEST_FILE, AcceptedValue, read
from backend.formats.rows import Reject, Rejected

HEADER = "code,code_local,name,field,department,duration_days\n"
SOURCE = {"vi": "Bảng theo dõi của xã"}
Rows = list[AcceptedValue | Rejected]


def rows(path: Path, content: str | bytes) -> Rows:
    path = path / "values.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read(path, source=SOURCE, stated_on="2026-07"))


def refusals(found: Rows) -> list[tuple[int, str | None, Reject]]:
    return [(row.row, row.key, row.code) for row in found if isinstance(row, Rejected)]


def test_days_are_not_called_working_days(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, HEADER + '1.999001,1.999001.H41,"Cấp GCN...",Khác,Văn phòng,5\n')
    assert isinstance(row, AcceptedValue)
    assert row.value.subject == "time:1.999001"
    assert row.value.text == {"vi": "5 ngày", "en": "5 days"}
    assert (row.value.source, row.value.stated_on) == (SOURCE, "2026-07")


def test_one_day_is_singular_in_english(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, HEADER + "1.999001,,Việc thử,Khác,,1\n")
    assert isinstance(row, AcceptedValue)
    assert row.value.text["en"] == "1 day"


def test_a_local_suffix_belongs_to_the_national_code(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, HEADER + "1.999001.000.00.00.H41,,Việc thử,Khác,,3\n")
    assert isinstance(row, AcceptedValue)
    assert row.value.subject == "time:1.999001"


def test_a_missing_duration_is_reported_and_stays_missing(tmp_path: Path) -> None:
    found = rows(tmp_path, HEADER + "1.999001,,Việc thử,Khác,,\n1.999002,,Việc khác,Khác,,2\n")
    assert refusals(found) == [(2, "1.999001", Reject.MISSING_FIELD)]
    assert len(found) == 2


@pytest.mark.parametrize("days", ["0", "-1", "3,5", "5 ngày", "12345", "٣", "=1+1"])
def test_a_duration_that_is_no_number_of_days_is_refused(tmp_path: Path, days: str) -> None:
    assert refusals(rows(tmp_path, HEADER + f'1.999001,,Việc thử,Khác,,"{days}"\n')) == [
        (2, "1.999001", Reject.BAD_VALUE)
    ]


def test_a_row_without_a_code_is_refused(tmp_path: Path) -> None:
    found = rows(tmp_path, HEADER + ",,Việc thử,Khác,,5\nTTHC 5,,Việc thử,Khác,,5\n")
    assert refusals(found) == [(2, None, Reject.BAD_CODE), (3, "TTHC 5", Reject.BAD_CODE)]


def test_a_second_row_of_a_code_does_not_replace_the_first(tmp_path: Path) -> None:
    found = rows(tmp_path, HEADER + "1.999001,,Việc thử,Khác,,5\n1.999001,,Việc thử,Khác,,7\n")
    assert refusals(found) == [(3, "1.999001", Reject.DUPLICATE_CODE)]


def test_a_short_row_is_refused_alone(tmp_path: Path) -> None:
    found = rows(tmp_path, HEADER + "1.999001\n1.999002,,Việc,Khác,,2\n")
    assert refusals(found) == [(2, "1.999001", Reject.MISSING_FIELD)]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEADER.encode("utf-16"), Reject.WRONG_ENCODING),
        ("code,name\n1.999001,Việc\n".encode(), Reject.UNKNOWN_FORMAT),
        (b"", Reject.UNKNOWN_FORMAT),
        (b"PK\x03\x04\0\0", Reject.DAMAGED),
        (b"x" * (LARGEST_FILE + 1), Reject.DOCUMENT_TOO_LARGE),
    ],
)
def test_a_file_of_another_kind_is_one_refusal(tmp_path: Path, content: bytes, code: Reject) -> None:
    assert refusals(rows(tmp_path, content)) == [(0, None, code)]


def test_a_file_that_is_not_there_is_one_refusal(tmp_path: Path) -> None:
    found = list(read(tmp_path / "none.csv", source=SOURCE, stated_on="2026-07"))
    assert refusals(found) == [(0, None, Reject.UNREADABLE)]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert len(rows(tmp_path, ("\ufeff" + HEADER + "1.999001,,Việc,Khác,,2\n").encode())) == 1


def test_a_quote_left_open_ends_the_reading_with_a_refusal(tmp_path: Path) -> None:
    found = rows(tmp_path, HEADER + '1.999001,,"Việc,Khác,,2\n')
    assert [code for _, _, code in refusals(found)] == [Reject.DAMAGED]


def test_the_sixty_rows_of_a_real_commune_are_read(reference: Path) -> None:
    path = reference / "procedures" / "nghe-an-catngan.csv"
    found = list(read(path, source=SOURCE, stated_on="2026-07"))
    values = {row.value.subject: row.value.text["vi"] for row in found if isinstance(row, AcceptedValue)}
    assert len(values) == 60
    assert (values["time:1.013978"], values["time:1.012796"]) == ("15 ngày", "10 ngày")


def test_any_subject_can_be_stated_with_its_text(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        "subject,text_vi,text_en\n"
        "hours,Thứ Hai đến thứ Sáu,Monday to Friday\n"
        "fee:1.999001,5.000 đồng,\n"
        "mayor,Ai đó,\n"
        "phone,,\n"
        "hours,Cả tuần,\n",
    )
    told = [row.value for row in found if isinstance(row, AcceptedValue)]
    assert [(value.subject, value.text) for value in told] == [
        ("hours", {"vi": "Thứ Hai đến thứ Sáu", "en": "Monday to Friday"}),
        ("fee:1.999001", {"vi": "5.000 đồng"}),
    ]
    assert refusals(found) == [
        (4, "mayor", Reject.BAD_VALUE),
        (5, "phone", Reject.MISSING_FIELD),
        (6, "hours", Reject.DUPLICATE_CODE),
    ]
