"""The forms that come with the app follow their templates, their guides and the words we agreed on."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import pytest

from backend.commands.forms import STARTER
from backend.domain.answers import Problem, check, shown
from backend.domain.forms import refuse_secrets
from backend.domain.forms.record import Field, FieldType, Form
from backend.domain.plain import to_plain
from backend.formats.forms_written import read_form
from backend.settings import ROOT

TODAY = date(2026, 11, 21)
FORMS = {path.name: read_form(path.read_bytes()) for path in sorted(STARTER.glob("*.json"))}
GUIDES = {
    guide["code"]: guide
    for path in (ROOT / "backend" / "content" / "guides").glob("*.json")
    for guide in [json.loads(path.read_text(encoding="utf-8"))]
}
SHIPPED = {
    "cap-phep-xay-dung.v1.json": "bd00a7540c7e396ae890280d87a89eae12bf401aded1f5ddf7ccf84d6ef86a2e",
    "ct01.v1.json": "60670b2d2056247e3b48f676bc6502cbbeed900baa780f079b81177b0f88b7f7",
    "khai-sinh.v1.json": "415bb86412c68c194d0c14f86aba5255818d95ff25cafe13c1b4a64b2494bb2d",
}

each_form = pytest.mark.parametrize("name", FORMS)


def test_the_three_forms_are_there() -> None:
    assert {name: form.guides for name, form in FORMS.items()} == {
        "cap-phep-xay-dung.v1.json": ("1.013225",),
        "ct01.v1.json": ("1.004222", "1.004194"),
        "khai-sinh.v1.json": ("1.001193",),
    }


@each_form
def test_a_form_stands_in_a_file_of_its_name_and_asks_for_no_secret(name: str) -> None:
    form = FORMS[name]
    assert name == f"{form.id}.v{form.version}.json"
    refuse_secrets(form)


def texts(value: Any) -> list[dict[str, str]]:
    """Give every text of a form."""
    if isinstance(value, dict):
        return [value] if "vi" in value else [one for part in value.values() for one in texts(part)]
    return [one for part in value for one in texts(part)] if isinstance(value, list) else []


@each_form
def test_every_text_is_there_in_both_languages(name: str) -> None:
    assert not [text for text in texts(to_plain(FORMS[name])) if set(text) != {"vi", "en"}]


@each_form
def test_words_are_plain(name: str) -> None:
    words = " ".join(text["vi"].lower() for text in texts(to_plain(FORMS[name])))
    assert not [word for word in ("vui lòng", "không hợp lệ", "!") if word in words]


@each_form
def test_declared_papers_are_those_of_the_guide(name: str) -> None:
    form = FORMS[name]
    groups = [group for code in form.guides for group in GUIDES[code]["paper_groups"]]
    known = {(paper["id"], paper["name"]["vi"]) for group in groups for paper in group["papers"]}
    assert form.papers
    assert {(paper.id, paper.label["vi"]) for paper in form.papers} <= known


@each_form
def test_a_form_says_where_it_comes_from_and_that_nobody_compared_it(name: str) -> None:
    form = FORMS[name]
    assert form.official.captured_on == "2026-07"
    assert form.official.note is not None
    assert "chưa có cán bộ đối chiếu" in form.official.note["vi"]
    assert form.portal.url == GUIDES[form.guides[0]]["source"]["url"]


@each_form
def test_consent_says_who_gets_what_for_which_purpose(name: str) -> None:
    (consent,) = FORMS[name].consents
    assert (consent.purpose, consent.text_version) == ("precheck", "2026-11-21")
    for words in ("câu trả lời", "quầy", "xem trước", "chưa phải là nộp hồ sơ", "rút lại"):
        assert words in consent.text["vi"]


KHAI_SINH: dict[str, Any] = {
    "applicant-name": "Lò Thị Thử",
    "applicant-birth": "1998-05-02",
    "applicant-has-id": True,
    "applicant-id": "000000000001",
    "relation": "mother",
    "child-name": "Lò Văn Mẫu",
    "child-birth-date": "2026-10-20",
    "child-sex": "male",
    "child-ethnicity": "Thái",
    "child-nationality": "Việt Nam",
    "birth-place-kind": "facility",
    "birth-facility": "Trạm y tế xã Đồi Cọ",
    "birth-facility-address": {"detail": "Xã Đồi Cọ, tỉnh Nghệ An"},
    "child-home-place": {"detail": "Xã Đồi Cọ, tỉnh Nghệ An"},
    "mother-known": True,
    "mother-name": "Lò Thị Thử",
    "mother-birth": "1998-05-02",
    "mother-has-id": True,
    "mother-id": "000000000001",
    "father-known": False,
    "copies-wanted": False,
    "proof": "paper",
    "special-case": "plain",
}
CT01: dict[str, Any] = {
    "name": "Vi Văn Mẫu",
    "birth-date": "1990-01-31",
    "sex": "male",
    "personal-id": "000000000002",
    "phone": "0900000002",
    "is-head": True,
    "request-kind": "permanent",
    "new-address": {"detail": "Bản Mẫu, xã Đồi Cọ, tỉnh Nghệ An"},
    "has-members": False,
    "is-owner": True,
    "needs-guardian": False,
    "home": "own",
}
HOUSE: dict[str, Any] = {
    "owner-kind": "person",
    "owner-name": "Vi Văn Mẫu",
    "owner-id": "000000000002",
    "has-representative": False,
    "phone": "0900000002",
    "site-plot": "12",
    "site-area": "150",
    "site-commune": "Xã Đồi Cọ",
    "site-province": "Nghệ An",
    "designer-name": "Lò Thị Thử",
    "designer-certificate": "THU-000",
    "has-verifier": False,
    "work-type": "house",
    "building-class": "4",
    "ground-level": "+0,45",
    "first-floor-area": "90",
    "floor-area": "180",
    "height": "7,5",
    "storeys": "2",
    "months": 6,
    "land": "certificate",
    "neighbour": False,
}
HAVE = {"answer": "have", "files": []}
WHOLE = {
    "khai-sinh.v1.json": (KHAI_SINH, ("birth-record", "identity")),
    "ct01.v1.json": (CT01, ()),
    "cap-phep-xay-dung.v1.json": (HOUSE, ("land-certificate", "drawings")),
}


def problems(name: str, **changes: Any) -> list[Problem]:
    """Give what is wrong with the answers of an everyday case after some changes; None takes one away."""
    answers, papers = WHOLE[name]
    given = {key: value for key, value in (answers | changes).items() if value is not None}
    return list(check(FORMS[name], given, dict.fromkeys(papers, HAVE), today=TODAY))


def lacking(name: str, **changes: Any) -> set[str]:
    """Give the fields that become required by some changes."""
    return {one.field for one in problems(name, **changes) if one.code == "required"}


@each_form
def test_an_everyday_case_is_whole(name: str) -> None:
    assert problems(name) == []


@each_form
def test_every_condition_can_be_met(name: str) -> None:
    """A field that no choice of answers shows would be a mistake of ours."""
    form = FORMS[name]
    seen: set[str] = set()
    deciding = [field for field in form.fields if field.options or field.type is FieldType.YES_NO]
    around = dict(WHOLE[name][0])
    for field in deciding:
        for value in _values(field):
            for second in deciding:
                for other in _values(second):
                    seen |= shown(form, around | {field.id: value, second.id: other}, today=TODAY).fields
    everything = {field.id for field in form.fields}
    assert everything - seen - _shown_by_three(form) == set()


def _values(field: Field) -> list[Any]:
    return [option.code for option in field.options] or [True, False]


def _shown_by_three(form: Form) -> set[str]:
    """Fields that need three choices at once; each is reached by a test of its own below."""
    return {"authority-kin", "authority-other"} & {field.id for field in form.fields}


def test_residence_ethnicity_and_nationality_only_without_a_number() -> None:
    name, starred = "khai-sinh.v1.json", {"mother-residence", "mother-ethnicity", "mother-nationality"}
    assert lacking(name, **{"mother-has-id": False, "mother-id": None}) == starred
    assert lacking(name, **{"mother-birth": "1998"}) == starred
    assert lacking(name, **{"applicant-birth": "1998-05"}) == {"applicant-residence"}


def test_the_marriage_is_asked_only_of_both_parents_who_registered() -> None:
    name = "khai-sinh.v1.json"
    father = {"father-known": True, "father-name": "Vi Văn Mẫu", "father-birth": "1995-01-01"}
    father |= {"father-has-id": True, "father-id": "000000000002"}
    assert lacking(name, **father) == {"parents-married"}
    assert lacking(name, **father, **{"parents-married": True}) == {
        "marriage-number",
        "marriage-date",
        "marriage-place",
    }
    assert problems(name, **father, **{"parents-married": False}) == []


def test_a_relative_says_whether_there_is_a_letter_of_authority() -> None:
    name, uncle = "khai-sinh.v1.json", {"relation": "relative", "relation-words": "chú"}
    assert lacking(name, **uncle) == {"authority"}
    assert lacking(name, **uncle, authority="kin") == {"authority-kin"}
    assert lacking(name, **uncle, authority="other") == {"authority-other"}
    assert lacking(name, **uncle, authority="none") == set()


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"child-birth-date": "2026-11-22"}, "child-birth-date", 0),
        ({"mother-birth": "2026-10-21"}, "mother-birth", 1),
        ({"copies-wanted": True, "copies-count": 0}, "copies-count", 0),
        ({"relation": "father"}, "father-known", 0),
    ],
    ids=["not born yet", "after the child", "no copies", "a father who is not named"],
)
def test_what_cannot_be_is_named(changes: dict[str, Any], field: str, rule: int) -> None:
    assert problems("khai-sinh.v1.json", **changes) == [Problem(field, "rule", {"rule": rule})]


def test_a_mother_who_registers_is_named() -> None:
    mother = [name for name in KHAI_SINH if name.startswith("mother-")]
    changes: dict[str, Any] = {**dict.fromkeys(mother), "mother-known": False}
    assert problems("khai-sinh.v1.json", **changes) == [Problem("mother-known", "rule", {"rule": 0})]
    assert problems("khai-sinh.v1.json", **changes, relation="carer", authority="none") == []


@each_form
def test_nobody_needs_a_phone_and_old_people_only_a_year_of_birth(name: str) -> None:
    form, at_once = FORMS[name], dict.fromkeys(("phone", "applicant-phone"))
    assert problems(name, **at_once) == []
    births = {one.id: one.type for one in form.fields if "birth" in one.id and "date" in one.type.value}
    child = births.pop("child-birth-date", FieldType.DATE)
    assert (child, set(births.values()) - {FieldType.PARTIAL_DATE}) == (FieldType.DATE, set())


def test_a_builder_needs_no_district_and_a_designer_no_certificate() -> None:
    form = FORMS["cap-phep-xay-dung.v1.json"]
    districts = {one.id for one in form.fields if one.id.endswith("-district") and not one.has_answer}
    assert districts == {"site-district", "move-to-district"}
    assert problems("cap-phep-xay-dung.v1.json", **{"designer-certificate": None}) == []


def test_the_opinions_of_ct01_depend_on_who_is_head_and_owner() -> None:
    name = "ct01.v1.json"
    assert lacking(name, **{"is-head": False}) == {"head-name", "relation-to-head", "head-id", "head-opinion"}
    assert lacking(name, **{"is-owner": False}) == {"owner-opinion"}
    assert lacking(name, **{"is-owner": False, "owner-opinion": "vneid"}) == {"vneid-name", "vneid-id"}
    assert lacking(name, **{"request-kind": "other", "new-address": None, "home": None}) == {"request-words"}
    assert {one.code for one in problems(name, **{"personal-id": "000000001"})} == {"rule"}


def test_the_building_asks_what_its_kind_of_works_needs() -> None:
    name = "cap-phep-xay-dung.v1.json"
    house = ("ground-level", "first-floor-area", "floor-area", "height", "storeys", "building-class")
    none = dict.fromkeys(house)
    assert lacking(name, **none) == set(house)
    assert lacking(name, **none, **{"work-type": "line"}) == {
        *("building-kind", "building-class", "length", "ground-level", "clearance", "depth"),
    }
    assert lacking(name, **none, **{"work-type": "monument"}) == {
        *("building-kind", "building-class", "footprint", "ground-level", "height"),
    }
    assert lacking(name, **none, **{"work-type": "repair"}) == {"base-type"}
    assert lacking(name, **none, **{"work-type": "repair", "base-type": "house"}) == {*house, "building-kind"}
    stages = lacking(name, **none, **{"work-type": "stages", "base-type": "house"})
    assert stages == {*house, "building-kind", "more-stages"}
    assert {one.partition("-")[0] for one in lacking(name, **none, **{"work-type": "move"})} == {"move"}
    assert {one.partition("-")[0] for one in lacking(name, **none, **{"work-type": "project"})} == {"project"}


@each_form
def test_a_version_that_was_shipped_is_never_changed(name: str) -> None:
    """Phones hold drafts of it, and people agreed to its words: a change is a new version and a new line."""
    plain = json.dumps(to_plain(FORMS[name]), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(plain.encode()).hexdigest() == SHIPPED[name]
