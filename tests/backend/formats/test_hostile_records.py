"""Whatever is sent, reading never raises and never gives half a guide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.domain.guides.record import Guide
from backend.domain.plain import from_plain, to_plain
from backend.formats.guide_files import open_guides
from backend.formats.guide_records import row_of
from backend.formats.portal_tables import channel_rows, document_groups, results
from backend.formats.rows import Accepted
from tests.backend.formats.conftest import rejected
from tests.factories.source_records import (
    CHANNEL_HEADER,
    DOCUMENT_HEADER,
    channel,
    document,
    documents,
    fact,
    normalised,
    official,
    official_time,
    raw,
    written,
)

FULL: list[dict[str, Any]] = [
    written(steps=[{"vi": "Một"}], fees=[{"kind": "free"}], laws=[{"number": "1/2024/NĐ-CP"}]),
    normalised(channels=[channel()], document_cases=documents(document()), results=[{"name": "Giấy"}]),
    raw(cach_thuc_thuc_hien=f"{CHANNEL_HEADER}Trực tuyến1Miễn phí", ket_qua_xu_ly="Giấy"),
    official(CACHTHUCTHUCHIEN=official_time("3", "Ngày"), THANHPHANHOSO=[{"GIAYTO": [{"TENGIAYTO": "Tờ"}]}]),
    fact(documents=[{"name": "Tờ", "role": "submit"}]),
]
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
GLUED = st.lists(
    st.sampled_from(
        [
            *(CHANNEL_HEADER, DOCUMENT_HEADER, "Trực tuyến", "Trực tiếp", "Miễn phí", "Không có thông tin"),
            *(
                "1",
                "181",
                "0",
                " Ngày",
                " Giờ",
                "VNĐ",
                ",000",
                " bản chính",
                ", 1 bản sao",
                "Mẫu số ",
                "(",
                ")",
            ),
            *(
                "Mã: KQ.G15.000031",
                "Từ khóa",
                "Giấy đề nghị.pdf",
                "\n",
                "1/2024/NĐ-CP",
                "Bước 1",
                "sau 1 giờ",
            ),
        ]
    )
).map("".join)


def is_whole(record: dict[str, Any]) -> bool:
    """Read a record; tell whether what was taken survives being kept and loaded."""
    row = row_of(1, record)
    if not isinstance(row, Accepted):
        return bool(row.reason)
    return from_plain(Guide, json.loads(json.dumps(to_plain(row.guide)))) == row.guide


@pytest.mark.parametrize("record", FULL)
@given(data=st.data())
def test_any_value_in_any_field_is_read_or_rejected(record: dict[str, Any], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(record)))
    assert is_whole(record | {name: data.draw(ANY_JSON)})


@pytest.mark.parametrize("record", FULL)
@given(data=st.data())
def test_any_value_one_level_down_is_read_or_rejected(record: dict[str, Any], data: st.DataObject) -> None:
    lists = [name for name, value in sorted(record.items()) if isinstance(value, list) and value]
    for name in lists:
        first = record[name][0]
        if isinstance(first, dict):
            part = first | {data.draw(st.sampled_from(sorted(first))): data.draw(ANY_JSON)}
            assert is_whole(record | {name: [part]})


@given(GLUED)
def test_glued_tables_of_any_kind_come_apart_without_an_error(glued: str) -> None:
    channel_rows(glued)
    document_groups(glued)
    results(glued)
    assert is_whole(raw(cach_thuc_thuc_hien=glued, thanh_phan_ho_so=glued, can_cu_phap_ly=glued))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.sampled_from([b"", b"{", b"[", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"\xff\xfe", b'{"format":1']),
    rest=st.binary(max_size=200),
)
def test_any_bytes_are_rows(tmp_path: Path, start: bytes, rest: bytes) -> None:
    path = tmp_path / "sent"
    path.write_bytes(start + rest)
    assert all(row.row >= 0 for row in open_guides(path))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (normalised(code="x"), "bad_code"),
        (normalised(name=None), "missing_field"),
        (normalised(sector="Không có thông tin"), "missing_field"),
        (normalised(steps=["Một"]), "wrong_type"),
        (normalised(channels="Trực tuyến"), "wrong_type"),
        (normalised(channels=[channel("pigeon")]), "bad_value"),
        (normalised(channels=[channel(time_unit="Tuần")]), "bad_value"),
        (normalised(channels=[channel(time_value=1.5)]), "wrong_type"),
        (normalised(document_cases=documents(document(originals=-1))), "wrong_type"),
        (normalised(name="Thá»§ tá»¥c"), "wrong_encoding"),
        (raw(ten_thu_tuc=" "), "missing_field"),
        (official(LINHVUCTHUCHIEN=[]), "missing_field"),
        (official(CACHTHUCTHUCHIEN=[{"KENH": "9", "THOIGIAN": []}]), "bad_value"),
        (official(THANHPHANHOSO=[{"GIAYTO": [{"SOBANCHINH": "một"}]}]), "missing_field"),
        (official(THANHPHANHOSO=[{"GIAYTO": [{"TENGIAYTO": "Tờ", "SOBANCHINH": "một"}]}]), "wrong_type"),
        (fact(confidence=None), "missing_field"),
    ],
)
def test_a_bad_value_is_rejected_by_name(record: dict[str, Any], code: str) -> None:
    assert rejected(record).code == code
