"""A written form is read strictly: every fault is named with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.formats.forms_written import WrongForm, read_form
from tests.factories.written_form import with_field, written

SHOWN = {"condition": {"vi": "Khi thử."}}


def faults(form: object) -> list[str]:
    """Give what a reader says of a form, as bytes or as an object."""
    raw = form if isinstance(form, bytes) else json.dumps(form).encode()
    with pytest.raises(WrongForm) as error:
        read_form(raw)
    return error.value.faults


def more(**changes: Any) -> dict[str, Any]:
    """Give a form with one more field."""
    return with_field(**changes)


def without(name: str) -> dict[str, Any]:
    """Give a form that lacks something at its top."""
    return {key: value for key, value in written().items() if key != name}


def test_a_good_form_is_read_with_its_expressions_as_trees() -> None:
    form = read_form(json.dumps(more(show_if="${sex} = 'male'", required="${married}", **SHOWN)).encode())
    field = form.fields[-1]
    assert field.show_if == ["=", ["field", "sex"], ["text", "male"]]
    assert field.required == ["field", "married"]
    assert (form.fields[0].required, form.portal.order) == (False, ("name",))


SHAPES = [
    (b"{", "Expecting property name enclosed in double quotes at character 2"),
    (b"\xff", "byte 1 is not UTF-8"),
    (b'{"format": 1, "format": 1}', "the field 'format' occurs twice in one object"),
    ([], "format is not 1"),
    (written(format=2), "format is not 1"),
    (written(format=True), "format is not 1"),
    (without("title"), "title is missing"),
    (written(titel={"vi": "x"}), "titel is not part of format 1"),
    (written(version="1"), "version is not a whole number"),
    (written(title="Tờ khai"), "title is not a text by language"),
    (written(title={"en": "Form"}), "title.vi is missing"),
    (more(show_If="x"), "sections[0].fields[3].show_If is not part of format 1"),
    (
        more(type="password"),
        "sections[0].fields[3].type 'password' is none of text, multiline, integer, date, partial_date, "
        "phone, personal_id, choice, choices, yes_no, address, attachment, note",
    ),
    (more(required="yes", show_if=True), "sections[0].fields[3].show_if is not a text"),
    (more(required=1), "sections[0].fields[3].required is not a text"),
    (more(rules=[{"test": "1 = 1"}]), "sections[0].fields[3].rules[0].message is missing"),
]


@pytest.mark.parametrize(("form", "fault"), SHAPES, ids=[str(at) for at in range(len(SHAPES))])
def test_a_wrong_shape_is_named(form: object, fault: str) -> None:
    assert faults(form) == [fault]


ONE = {"code": "a", "label": {"vi": "A"}}
CONTENT = [
    (written(id="Khai sinh"), "id: 'Khai sinh' is no id (small letters, digits and hyphens)"),
    (written(version=0), "version is not between 1 and 9999"),
    (written(guides=["khai-sinh"]), "guides holds 'khai-sinh', which is no code of a procedure"),
    (written(sections=[]), "a form has 1 to 300 fields, not 0"),
    (more(id="name"), "fields: the id 'name' occurs twice"),
    (more(id="tên"), "fields: 'tên' is no id (small letters, digits and hyphens)"),
    (more(type="choice"), "person.more needs options"),
    (more(options=[ONE]), "person.more has options, but its type takes none"),
    (more(type="choices", options=[ONE, ONE]), "person.more.options: the id 'a' occurs twice"),
    (more(type="date", max_length=5), "person.more.max_length: answers of type date have no length to limit"),
    (more(max_length=0), "person.more.max_length is not between 1 and 5000"),
    (more(type="note", required=True), "person.more.required: a note has no answer"),
    (
        more(type="attachment", rules=[{"test": "1 = 1", "message": {"vi": "x"}}]),
        "person.more.rules: only an answer can meet a rule, and type attachment has none",
    ),
    (
        more(show_if="${married}"),
        "person.more.condition is missing: show_if in plain words, for pages without scripts",
    ),
    (more(**SHOWN), "person.more.condition stands there without show_if"),
    (written(applicant={"name": "ten"}), "applicant.name: 'ten' is no field of type text"),
    (
        written(applicant={"name": "name", "phone": "name"}),
        "applicant.phone: 'name' is no field of type phone",
    ),
    (written(relation="married"), "relation: 'married' is no field of type text or choice"),
    (written(portal={"order": ["name", "ten"]}), "portal.order: 'ten' is no field with an answer"),
    (written(portal={"order": ["name", "name"]}), "portal.order names a field twice"),
    (written(portal={"order": [], "url": "javascript:alert(1)"}), "portal.url is no web address"),
    (written(consents=[]), "consents is empty: nobody could agree to sending"),
    (
        written(official={"name": {"vi": "x"}, "source": {"vi": "x"}, "captured_on": "7/2026"}),
        "official.captured_on is not YYYY, YYYY-MM or YYYY-MM-DD",
    ),
]


@pytest.mark.parametrize(("form", "fault"), CONTENT, ids=[str(at) for at in range(len(CONTENT))])
def test_wrong_content_is_named(form: dict[str, Any], fault: str) -> None:
    assert fault in faults(form)


def rule(test: str) -> dict[str, Any]:
    """Give a form whose last field has a rule."""
    return more(rules=[{"test": test, "message": {"vi": "Sai."}}])


def shown_if(text: str) -> dict[str, Any]:
    """Give a form whose last field is shown on a condition."""
    return more(show_if=text, **SHOWN)


EXPRESSIONS = [
    (
        shown_if("regex(${name}, 'a')"),
        "person.more.show_if: character 1: 'regex': the function regex() is not supported",
    ),
    (
        shown_if("${nobody} = 'a'"),
        "person.more.show_if: character 1: '${nobody}': no field with an answer has this id",
    ),
    (shown_if("${sex} = 'man'"), "person.more.show_if: 'man' is none of the options male, female"),
    (shown_if("${name}"), "person.more.show_if: gives text; a condition is needed"),
    (shown_if(". = 'a'"), "person.more.show_if: '.' can be read in rules only"),
    (
        shown_if("${more} = 'a'"),
        "person.more.show_if: reads 'more', which is not asked before it; conditions read earlier fields "
        "only, so that none goes round in a circle",
    ),
    (more(required="1 +"), "person.more.required: the end: a value is missing before it"),
    (rule("string-length(.) > "), "person.more.rules[0].test: the end: a value is missing before it"),
    (rule(". = 1"), "person.more.rules[0].test: = joins text with number"),
]


@pytest.mark.parametrize(("form", "fault"), EXPRESSIONS, ids=[str(at) for at in range(len(EXPRESSIONS))])
def test_a_wrong_expression_is_named_with_its_place(form: dict[str, Any], fault: str) -> None:
    assert faults(form) == [fault]


def test_conditions_that_go_round_in_a_circle_are_refused() -> None:
    form = more(show_if="${other} = 'a'", **SHOWN)
    other = {"id": "other", "type": "text", "label": {"vi": "Khác"}, "show_if": "${more} = 'a'", **SHOWN}
    form["sections"][0]["fields"].append(other)
    (fault,) = faults(form)
    assert fault.startswith("person.more.show_if: reads 'other', which is not asked before it")


def test_a_section_may_not_depend_on_its_own_fields() -> None:
    form = written()
    form["sections"][0] |= {"show_if": "${married}", **SHOWN}
    (fault,) = faults(form)
    assert fault.startswith("person.show_if: reads 'married', which is not asked before it")


def test_every_fault_is_named_at_once() -> None:
    form = more(required="1 +", show_if="${name}", rules=[{"test": "x", "message": {"vi": "x"}}], **SHOWN)
    assert [fault.partition(":")[0] for fault in faults(form)] == [
        "person.more.show_if",
        "person.more.required",
        "person.more.rules[0].test",
    ]
