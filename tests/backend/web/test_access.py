"""Every route, asked by everybody: the column "Who" of docs/routes.md is what really happens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from backend.domain.permissions import TABLE, Act, Role
from backend.settings import ROOT
from backend.web.access import rule_of
from tests.architecture.test_routes import plain
from tests.factories.people import person, signed_in

BEARER = {"Authorization": "Bearer " + "p" * 43}
HERE = {"Sec-Fetch-Site": "same-origin"}
METHODS = ("GET", "POST", "PUT", "DELETE")
SAMPLES = {
    "language": "vi",
    "slug": "ho-tich",
    "code": "16001",
    "form_id": "khai-sinh",
    "version": 1,
    "token": "cut",
}
NOBODY = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class Asked:
    """One address with one method, and who may ask by the docs."""

    path: str
    method: str
    who: str
    endpoint: str


def documented() -> dict[tuple[str, str], str]:
    """Give who may ask by address and method, as docs/routes.md says."""
    found = {}
    for line in (ROOT / "docs" / "routes.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("| `/"):
            address, who = (cell.strip() for cell in line.split("|")[1:3])
            usual, _, others = who.partition(" (")
            special = dict(part.split(": ", 1) for part in others.rstrip(")").split("; ") if part)
            found |= {(address.strip("`"), method): special.get(method, usual) for method in METHODS}
    return found


def every_route(app: Flask) -> Iterator[Asked]:
    """Give every address and method that the app answers, with ids made up where it needs some."""
    who = documented()
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, sorted(rule.methods or ()))):
        for method in sorted(set(METHODS) & (rule.methods or set())):
            yield Asked(address(app, rule), method, who[plain(rule.rule), method], rule.endpoint)


def address(app: Flask, rule: Rule) -> str:
    """Give an address that this rule answers."""
    values = {name: SAMPLES.get(name, NOBODY) for name in rule.arguments}
    with app.test_request_context():
        built = rule.build(values)
    assert built is not None, rule
    return built[1]


def lets_in(who: str, role: Role | None, *, bearer: bool) -> bool:
    """Tell whether the docs let somebody ask."""
    match who.split(": "):
        case ["anyone"]:
            return True
        case ["phone"]:
            return bearer
        case ["signed in"]:
            return role is not None
        case ["phone, signed in"]:
            return bearer and role is not None
        case ["may", act]:
            return role in TABLE[Act(act)]
    raise AssertionError(f"docs/routes.md names no rule: {who}")


def was_let_in(answer: TestResponse) -> bool:
    """Tell whether the answer is that of the view: no sign-in page, no refusal of the rule."""
    if answer.status_code in (302, 303) and "/sign-in?next=" in answer.headers["Location"]:
        return False
    code = (
        answer.json["code"]
        if answer.is_json and isinstance(answer.json, dict) and "code" in answer.json
        else ""
    )
    return answer.status_code not in (401, 403) and code != "phone_secret_wrong"


def test_the_docs_and_the_app_name_the_same_rule(site: Flask) -> None:
    found = {(asked.path, asked.method): asked.who for asked in every_route(site)}
    declared = {
        (asked.path, asked.method): rule_of(site.view_functions[asked.endpoint])
        for asked in every_route(site)
    }
    assert declared == found


@pytest.mark.parametrize(
    ("role", "bearer"),
    [(None, False), (None, True), (Role.VOLUNTEER, False), *((role, True) for role in Role)],
    ids=lambda value: ("no-phone", "phone")[value] if isinstance(value, bool) else value or "nobody",
)
def test_everybody_is_let_in_where_the_docs_say(site: Flask, role: Role | None, bearer: bool) -> None:
    site.testing = False
    held = None if role is Role.RESIDENT else role  # a resident has no account
    asks = person(held) if held else None
    headers = HERE | (BEARER if bearer else {})
    wrong = {}
    for asked in every_route(site):
        client = site.test_client()
        if asks is not None:
            signed_in(client, asks)
        answer = client.open(asked.path, method=asked.method, headers=headers)
        if answer.status_code >= 500 or was_let_in(answer) != lets_in(asked.who, held, bearer=bearer):
            wrong[asked.method, asked.path] = answer.status_code
    assert not wrong


def test_a_route_without_a_rule_is_not_answered(app: Flask) -> None:
    app.add_url_rule("/forgotten", view_func=lambda: "open")
    app.testing = False
    assert app.test_client().get("/forgotten").status_code == 500


def test_every_act_is_allowed_to_somebody_and_every_rule_names_one() -> None:
    assert set(TABLE) == set(Act)
    assert all(TABLE.values())
    for who in documented().values():
        assert re.fullmatch(r"anyone|phone|signed in|phone, signed in|may: \w+", who)
        lets_in(who, None, bearer=False)


def test_kept_pages_are_the_same_bytes_for_who_is_signed_in(site: Flask) -> None:
    officer = signed_in(site.test_client(), person())
    for path in (
        "/vi/",
        "/vi/phone",
        "/en/help",
        "/vi/guides/1.900002",
        "/vi/communes/16001",
        "/offline/release",
    ):
        hers, anyones = officer.get(path), site.test_client().get(path)
        assert hers.data == anyones.data
        for answer in (hers, anyones):
            assert "Set-Cookie" not in answer.headers, path
            assert "Cookie" not in answer.headers.get("Vary", ""), path
