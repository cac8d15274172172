"""Whatever goes wrong, people read what happened and what to do, and programs get a stable code."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.exceptions import RequestEntityTooLarge

from backend.domain.errors import Code
from backend.settings import ROOT
from tests.page_client import PageClient


@pytest.mark.parametrize(
    "path",
    ["/vi/guides/9.999999", "/vi/guides/khai-sinh", "/vi/sectors/nowhere", "/vi/life-events/none",
     "/vi/communes/99999", "/vi/forms/%00/1", "/vi/old-page", "/nothing", "/en/guides/9.999999"],
)  # fmt: skip
def test_a_stale_bookmark_says_so_and_offers_the_search(visitor: PageClient, path: str) -> None:
    page = visitor.get(path, status=404)
    language = "en" if path.startswith("/en/") else "vi"
    assert page.one("html").attributes["lang"] == language
    assert [
        form for form in page.all("form") if (form.attributes.get("action") or "").startswith(f"/{language}/")
    ]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/guides/9.999999", 404, "guide_not_found"),
        ("/api/v1/communes/99999", 404, "commune_not_found"),
        ("/api/v1/guides?limit=0", 422, "unprocessable_entity"),
        ("/api/v1/guides?pack=nowhere", 422, "unprocessable_entity"),
        ("/api/v1/nothing", 404, "not_found"),
        ("/offline/communes/99999", 404, "commune_not_found"),
    ],
)
def test_programs_get_a_problem_with_a_code(site: Flask, path: str, status: int, code: str) -> None:
    answer = site.test_client().get(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["code"] == code
    assert answer.json["status"] == status


def test_a_wrong_parameter_is_named(site: Flask) -> None:
    answer = site.test_client().get("/api/v1/guides?limit=many&offset=-1")
    assert set(answer.json["details"]["query"]) == {"limit", "offset"}


def test_a_wrong_method_lists_the_right_ones(site: Flask) -> None:
    for path in ("/api/v1/guides", "/vi/"):
        answer = site.test_client().post(path)
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]


def test_another_site_cannot_change_anything(site: Flask) -> None:
    client = site.test_client()
    assert client.post("/vi/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    for origin in ("https://elsewhere.test", "null", "http://["):
        assert client.post("/vi/", headers={"Origin": origin}).status_code == 403
    client.set_cookie("session", "x")
    assert client.post("/vi/").status_code == 403
    assert client.post("/vi/", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


def test_our_own_fault_is_a_page_without_details(site: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    site.testing = False
    monkeypatch.setattr("backend.domain.guides.find", lambda code: 1 / 0)
    page = PageClient(site).get("/vi/guides/1.900001", status=500)
    assert "ZeroDivision" not in page.html
    assert site.test_client().get("/api/v1/guides/1.900001").json["code"] == "internal_server_error"


def test_every_code_is_documented() -> None:
    described = (ROOT / "docs" / "routes.md").read_text(encoding="utf-8")
    assert not [code for code in Code if f"`{code.value}`" not in described]


def test_what_was_sent_wrongly_is_not_called_our_fault(
    visitor: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_code: str) -> None:
        raise RequestEntityTooLarge

    monkeypatch.setattr("backend.domain.guides.find", refuse)
    assert "Không mở được trang này" in visitor.get("/vi/guides/1.900001", status=413).one("h1").text
