"""A published form never changes, is found by version, and can be withdrawn without being lost."""

from __future__ import annotations

import pytest
from flask import Flask

from backend.domain import forms
from backend.domain.errors import Code, Refusal
from backend.domain.forms.record import FieldType
from tests.factories.form import field, form, published
from tests.factories.written_form import shared_form


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> Code:
    """Give the code of a refusal."""
    return refused.value.code


def test_a_form_comes_back_as_it_was_published(stored: Flask) -> None:
    assert forms.publish(shared_form())
    assert forms.find("thu", 1) == shared_form()
    assert forms.usable("thu", 1) == shared_form()


def test_the_same_content_again_changes_nothing(stored: Flask) -> None:
    published()
    state = forms.state()
    assert not forms.publish(form())
    assert forms.state() == state


def test_other_content_under_the_same_version_is_refused(stored: Flask) -> None:
    published()
    with pytest.raises(Refusal) as refused:
        forms.publish(form(title={"vi": "Tên khác"}))
    assert code_of(refused) is Code.FORM_VERSION_EXISTS
    assert forms.find("thu", 1).title == {"vi": "Tờ khai thử"}


def test_what_is_not_there_is_refused_by_name(stored: Flask) -> None:
    published()
    for form_id, version, code in (
        ("khac", 1, Code.FORM_NOT_FOUND),
        ("thu", 2, Code.FORM_VERSION_NOT_FOUND),
        ("thu", 10**12, Code.FORM_VERSION_NOT_FOUND),
    ):
        with pytest.raises(Refusal) as refused:
            forms.find(form_id, version)
        assert code_of(refused) is code
    with pytest.raises(Refusal) as refused:
        forms.latest("khac")
    assert code_of(refused) is Code.FORM_NOT_FOUND


def test_the_newest_version_is_used_for_a_guide(stored: Flask) -> None:
    published(version=1)
    published(version=10)
    published(version=2)
    published("khac", guides=("1.900002", "1.900003"))
    assert forms.latest("thu").version == 10
    assert (found := forms.latest_for_guide("1.900001")) is not None
    assert (found.id, found.version) == ("thu", 10)
    assert (other := forms.latest_for_guide("1.900003")) is not None
    assert other.id == "khac"
    assert forms.latest_for_guide("1.900009") is None
    assert [(one.id, one.version) for one in forms.published()] == [
        ("khac", 1),
        ("thu", 10),
        ("thu", 2),
        ("thu", 1),
    ]


def test_a_withdrawn_version_stays_readable_and_is_not_used(stored: Flask) -> None:
    published(version=1)
    published(version=2)
    assert forms.withdraw("thu", 2, "sai mẫu")
    assert not forms.withdraw("thu", 2, "lần nữa")
    assert forms.find("thu", 2) == form(version=2)
    assert (forms.latest("thu").version, forms.latest_for_guide("1.900001")) == (1, form())
    known = forms.find_published("thu", 2)
    assert known.withdrawn is not None
    assert known.withdrawn.reason == "sai mẫu"
    assert {one.version: one.withdrawn for one in forms.published()} == {1: False, 2: True}
    with pytest.raises(Refusal) as refused:
        forms.usable("thu", 2)
    assert code_of(refused) is Code.FORM_WITHDRAWN


def test_when_all_versions_are_withdrawn_none_is_offered(stored: Flask) -> None:
    published()
    state = forms.state()
    forms.withdraw("thu", 1, "sai mẫu")
    assert forms.state() != state
    assert forms.latest_for_guide("1.900001") is None
    with pytest.raises(Refusal) as refused:
        forms.latest("thu")
    assert code_of(refused) is Code.FORM_WITHDRAWN
    with pytest.raises(Refusal) as refused:
        forms.withdraw("thu", 9, "không có")
    assert code_of(refused) is Code.FORM_VERSION_NOT_FOUND


@pytest.mark.parametrize(
    "asked",
    [
        field(label={"vi": "Mật khẩu VNeID"}),
        field(label={"vi": "MAT KHAU"}),
        field(label={"vi": "Mã xác thực gửi về máy"}),
        field(label={"vi": "Mã", "en": "One-time code"}),
        field(label={"vi": "Nhập O.T.P."}),
        field("vneid-password"),
        field("otp"),
        field("ma-pin"),
    ],
    ids=lambda one: one.id + " " + one.label["vi"],
)
def test_a_form_that_asks_for_a_secret_does_not_publish(stored: Flask, asked: forms.Form) -> None:
    with pytest.raises(Refusal) as refused:
        published(fields=(field("name"), asked))
    assert (code_of(refused), refused.value.details) == (Code.ASKS_FOR_SECRET, {"field": asked.id})
    assert forms.published() == ()


def test_words_that_only_sound_alike_and_warnings_are_no_secret(stored: Flask) -> None:
    warning = field("warning", FieldType.NOTE, label={"vi": "Tổ không bao giờ hỏi mật khẩu, mã OTP."})
    harmless = field("battery", label={"vi": "Có pin mặt trời, chụp ảnh mái nhà không?"})
    published(fields=(field("name"), warning, harmless))
    assert forms.find("thu", 1).fields[1] == warning
