"""Texts that a person reads, by language."""

Text = dict[str, str]
"""A text by language code; `vi` is always there, `en` may be missing."""
