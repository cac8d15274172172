"""The API keeps to its own description, for thousands of invented requests."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from tests.factories.form import published
from tests.factories.phone import bearer, secret

READING = (
    "/guides",
    "/guides/{code}",
    "/forms/{form_id}/{version}",
    "/packs",
    "/communes",
    "/communes/{code}",
    "/keys",
)
BY_PHONE = (
    ("GET", "/phone"),
    ("DELETE", "/phone"),
    ("GET", "/changes"),
    ("GET", "/submissions/{submission_id}/receipt"),
    ("PUT", "/submissions/{submission_id}"),
    ("POST", "/submissions/batch"),
)
CALLS = {*READING, *(path for _, path in BY_PHONE)}

NOT_FOR_PHONES = (ignored_auth, positive_data_acceptance)
"""401 means that a phone was revoked, so a missing secret is 422; and no invented seal ever opens."""

GOOD, BAD = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE


@pytest.fixture
def description(site: Flask) -> schemathesis.BaseSchema:
    """Give the description as the server publishes it."""
    published()
    site.testing = False
    site.config["COMPRESS_MIN_SIZE"] = 10**9  # the client of this test cannot unpack
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)


def test_the_description_is_openapi_3_1_and_names_every_call(site: Flask) -> None:
    description = site.test_client().get("/api/v1/openapi.json").json
    assert description["openapi"] == "3.1.0"
    assert set(description["paths"]) == {f"/api/v1{call}" for call in CALLS}
    validate(description)


def test_calls_of_phones_say_that_they_want_a_secret(site: Flask) -> None:
    description = site.test_client().get("/api/v1/openapi.json").json
    assert description["components"]["securitySchemes"]["phone"]["scheme"] == "bearer"
    for method, call in BY_PHONE:
        assert description["paths"][f"/api/v1{call}"][method.lower()]["security"] == [{"phone": []}]


@pytest.mark.parametrize(
    ("call", "mode"),
    [(call, GOOD) for call in READING] + [(call, BAD) for call in ("/guides", "/communes")],
)
def test_reading_keeps_to_the_description(
    description: schemathesis.BaseSchema, call: str, mode: schemathesis.GenerationMode
) -> None:
    keeps_to_it(description, "GET", call, mode)


@pytest.mark.parametrize(
    ("method", "call", "mode"),
    [(*one, GOOD) for one in BY_PHONE] + [(*one, BAD) for one in BY_PHONE if one[1] != "/phone"],
)
def test_a_call_of_a_phone_keeps_to_the_description(
    description: schemathesis.BaseSchema, method: str, call: str, mode: schemathesis.GenerationMode
) -> None:
    keeps_to_it(description, method, call, mode, headers=bearer(secret()), excluded_checks=NOT_FOR_PHONES)


def keeps_to_it(
    description: schemathesis.BaseSchema,
    method: str,
    call: str,
    mode: schemathesis.GenerationMode,
    **options: Any,
) -> None:
    """Invent requests for one call, and compare each answer with the description."""
    operation = description[f"/api/v1{call}"][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=100,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    def invented(case: schemathesis.Case) -> None:
        case.call_and_validate(**options)

    invented()
