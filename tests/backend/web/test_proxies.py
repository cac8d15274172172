"""Who asks, behind as many proxies as the settings name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import request

from backend.settings import Settings
from backend.web import access
from tests.conftest import opened

CLAIMED = {"X-Forwarded-For": "203.0.113.9, 192.0.2.1"}


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [(0, "127.0.0.1"), (1, "192.0.2.1"), (2, "203.0.113.9")],
    ids=["none", "one", "two"],
)
def test_only_our_own_proxies_are_believed(settings: Settings, proxies: int, seen: str) -> None:
    for app in opened(replace(settings, proxies=proxies)):
        app.add_url_rule("/who", view_func=access.anyone(lambda: str(request.remote_addr)))
        assert app.test_client().get("/who", headers=CLAIMED).text == seen
