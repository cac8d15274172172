"""The API of communes."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from backend.domain.communes import keep_values, load_units
from backend.formats.units_files import read_units
from tests.factories.communes import value

API = "/api/v1/communes"


@pytest.fixture
def http(app: Flask) -> FlaskClient:
    load_units(read_units())
    return app.test_client()


def asked(http: FlaskClient, path: str, status: int = 200) -> Any:
    response = http.get(path)
    assert response.status_code == status, response.text
    return response.get_json()


def test_without_a_query_nghe_an_is_listed(http: FlaskClient) -> None:
    answer = asked(http, API)
    assert (answer["total"], len(answer["communes"])) == (130, 130)
    assert answer["communes"][0] == {
        "code": "17479",
        "name": "Xã An Châu",
        "kind": "commune",
        "province_code": "40",
        "province": "Tỉnh Nghệ An",
        "former_units": [],
    }


def test_a_part_of_a_province_can_be_asked_for(http: FlaskClient) -> None:
    answer = asked(http, f"{API}?province=01&limit=2&offset=125")
    assert (answer["total"], len(answer["communes"])) == (126, 1)


def test_an_old_name_says_how_it_was_met(http: FlaskClient) -> None:
    (first, *_) = asked(http, f"{API}?q=Hưng Chính")["communes"]
    assert (first["code"], first["through"]) == ("16681", "former_unit")
    assert first["former_units"][0]["name"] == "Xã Hưng Chính"


def test_one_commune_has_values_with_source_and_day(http: FlaskClient) -> None:
    keep_values("17728", [value("hours", "7:30-11:30")])
    answer = asked(http, f"{API}/17728")
    assert [unit["name"] for unit in answer["former_units"]] == [
        "Xã Cát Văn",
        "Xã Minh Sơn",
        "Xã Phong Thịnh",
    ]
    assert answer["values"] == [
        {
            "subject": "hours",
            "text": {"vi": "7:30-11:30"},
            "source": {"vi": "Bảng niêm yết"},
            "stated_on": "2026-07",
        }
    ]


def test_a_commune_without_values_has_an_empty_list(http: FlaskClient) -> None:
    assert asked(http, f"{API}/17728")["values"] == []


def test_the_same_answer_is_not_sent_twice(http: FlaskClient) -> None:
    tag = http.get(f"{API}/17728").headers["ETag"]
    assert http.get(f"{API}/17728", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        (f"{API}/99999", 404, "commune_not_found"),
        (f"{API}/%00", 404, "not_found"),
        (f"{API}?province=99", 404, "province_not_found"),
    ],
)
def test_unknown_units_have_a_stable_code(http: FlaskClient, path: str, status: int, code: str) -> None:
    assert asked(http, path, status)["code"] == code


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "offset=-1", "province=abc"])
def test_a_query_out_of_bounds_is_refused(http: FlaskClient, query: str) -> None:
    assert asked(http, f"{API}?{query}", 422)["details"]
