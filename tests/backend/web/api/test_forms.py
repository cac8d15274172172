"""The API gives one version of a form, and says when it was withdrawn."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask

from backend.domain import forms
from tests.factories.written_form import shared_form


def test_a_form_is_given_whole_with_an_etag(site: Flask) -> None:
    forms.publish(replace(shared_form(), id="chung"))
    client = site.test_client()
    answer = client.get("/api/v1/forms/chung/1")
    given = answer.json
    assert given["form"]["sections"][0]["fields"][1]["rules"][0]["test"] == ["<=", ["this"], ["today"]]
    assert given["form"]["sections"][1]["fields"][1]["required"] == [
        "!=",
        ["field", "married"],
        ["text", ""],
    ]
    assert given["form"]["sections"][0]["fields"][0]["required"] is True
    assert "withdrawn" not in given
    again = client.get("/api/v1/forms/chung/1", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_withdrawn_form_is_given_with_the_reason(site: Flask) -> None:
    forms.publish(replace(shared_form(), id="chung"))
    client = site.test_client()
    before = client.get("/api/v1/forms/chung/1").headers["ETag"]
    forms.withdraw("chung", 1, "sai mẫu")
    answer = client.get("/api/v1/forms/chung/1", headers={"If-None-Match": before})
    assert (answer.status_code, answer.json["withdrawn"]["reason"]) == (200, "sai mẫu")


def test_what_is_not_there_is_a_problem_with_a_code(site: Flask) -> None:
    forms.publish(replace(shared_form(), id="chung"))
    client = site.test_client()
    answers = [client.get(f"/api/v1/forms/{path}") for path in ("khac/1", "chung/2", "chung/99999999999")]
    assert [(one.status_code, one.json["code"]) for one in answers] == [
        (404, "form_not_found"),
        (404, "form_version_not_found"),
        (404, "form_version_not_found"),
    ]
