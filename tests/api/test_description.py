"""The API keeps to its own description, for thousands of invented requests."""

from __future__ import annotations

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from openapi_spec_validator import validate

CALLS = ("/guides", "/guides/{code}", "/packs", "/communes", "/communes/{code}")

GOOD, BAD = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE


@pytest.fixture
def description(site: Flask) -> schemathesis.BaseSchema:
    """Give the description as the server publishes it."""
    site.testing = False
    site.config["COMPRESS_MIN_SIZE"] = 10**9  # the client of this test cannot unpack
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)


def test_the_description_is_openapi_3_1_and_names_every_call(site: Flask) -> None:
    description = site.test_client().get("/api/v1/openapi.json").json
    assert description["openapi"] == "3.1.0"
    assert set(description["paths"]) == {f"/api/v1{call}" for call in CALLS}
    validate(description)


@pytest.mark.parametrize(
    ("call", "mode"),
    [(call, GOOD) for call in CALLS] + [(call, BAD) for call in ("/guides", "/communes")],
)
def test_a_call_keeps_to_the_description(
    description: schemathesis.BaseSchema, call: str, mode: schemathesis.GenerationMode
) -> None:
    operation = description[f"/api/v1{call}"]["GET"]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=100,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    def keeps_to_it(case: schemathesis.Case) -> None:
        case.call_and_validate()

    keeps_to_it()
