"""Every route declares who may ask, and stands in the docs."""

from __future__ import annotations

import re

from flask import Flask

from backend.settings import ROOT
from backend.web.access import rule_of


def test_every_route_declares_its_access(app: Flask) -> None:
    silent = [
        rule.rule for rule in app.url_map.iter_rules() if rule_of(app.view_functions[rule.endpoint]) is None
    ]
    assert not silent


def test_every_route_is_documented(app: Flask) -> None:
    described = (ROOT / "docs" / "routes.md").read_text(encoding="utf-8")
    unknown = [rule.rule for rule in app.url_map.iter_rules() if f"`{plain(rule.rule)}`" not in described]
    assert not unknown


def test_the_docs_name_no_route_that_is_gone(app: Flask) -> None:
    described = (ROOT / "docs" / "routes.md").read_text(encoding="utf-8")
    named = {line.split("`")[1] for line in described.splitlines() if line.startswith("| `/")}
    assert named == {plain(rule.rule) for rule in app.url_map.iter_rules()}


def plain(rule: str) -> str:
    """Give a rule as people write it: /<language>/guides/<code>."""
    return re.sub("<(?:string|int|uuid):", "<", rule.replace("<any(vi, en):language>", "<language>"))
