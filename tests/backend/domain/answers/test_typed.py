"""What people type becomes the value that is sent, as the examples say that the phone meets too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.domain.answers import from_typed
from backend.domain.answers._values import fault_of
from backend.domain.forms.record import FieldType
from tests.factories.form import field
from tests.factories.written_form import examples

TYPED = examples("typed")


@pytest.mark.parametrize("example", TYPED, ids=[f"{at} {one['type']}" for at, one in enumerate(TYPED)])
def test_typed_words_give_the_value_of_the_example(example: dict[str, Any]) -> None:
    given_value = from_typed(FieldType(example["type"]), example["typed"])
    assert given_value == example["gives"]
    assert type(given_value) is type(example["gives"])


@given(st.text(max_size=40), st.sampled_from([FieldType.TEXT, FieldType.MULTILINE]))
def test_whatever_is_typed_into_a_text_can_be_sent(typed: str, kind: FieldType) -> None:
    value = from_typed(kind, typed)
    assert value is None or fault_of(field(type=kind), value) is None
    assert value is None or from_typed(kind, value) == value
