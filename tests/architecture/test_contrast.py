"""Colours keep the contrast that `look` promises, computed from the stylesheet itself (WCAG 2.2)."""

from __future__ import annotations

import re

import pytest

from backend.settings import ROOT

TEXT_PAIRS = [
    ("ink", "paper"), ("ink", "ground"), ("ink2", "paper"), ("ink2", "ground"), ("ink2", "blue-tint"),
    ("ink2", "track"), ("blue", "paper"), ("blue", "ground"), ("blue", "blue-tint"), ("blue", "sun-tint"),
    ("on-blue", "blue"), ("ink", "leaf-tint"), ("ink", "rust-tint"), ("sun", "deep"), ("ink", "sun-tint"),
    ("ink2", "sun-tint"), ("sun-ink", "sun-tint"), ("sun-ink", "paper"), ("leaf", "paper"),
    ("leaf", "leaf-tint"), ("leaf", "ground"), ("rust", "paper"), ("rust", "rust-tint"),
]  # fmt: skip
SHAPE_PAIRS = [
    ("edge", "paper"), ("edge", "ground"), ("blue", "track"), ("blue-2", "paper"), ("sun-edge", "paper"),
    ("sun-edge", "sun-tint"), ("leaf-edge", "paper"), ("leaf-edge", "leaf-tint"), ("rust", "paper"),
]  # fmt: skip


def themes() -> dict[str, dict[str, str]]:
    """Give the colours of the light and the dark theme by name."""
    css = (ROOT / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("prefers-color-scheme: dark", 1)
    colour = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})")
    first = dict(colour.findall(light))
    return {"light": first, "dark": first | dict(colour.findall(dark))}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_has_seven_to_one(theme: str) -> None:
    colours = themes()[theme]
    pairs = {(a, b): contrast(colours[a], colours[b]) for a, b in TEXT_PAIRS}
    assert not {pair: value for pair, value in pairs.items() if value < 7}
    assert contrast("#FFFFFF", colours["deep"]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_shapes_have_three_to_one(theme: str) -> None:
    colours = themes()[theme]
    pairs = {(a, b): contrast(colours[a], colours[b]) for a, b in SHAPE_PAIRS}
    assert not {pair: value for pair, value in pairs.items() if value < 3}


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of #RRGGBB, 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = ((p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4) for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
