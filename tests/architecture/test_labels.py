"""Every event, state, reason, source, role and refusal of the desk has words in both languages."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from backend.domain.dossiers import REASONS, ItemKind, Reason, Source, State, Verb
from backend.domain.dossiers._moves import FACTS, MOVES
from backend.domain.errors import Code
from backend.domain.events import Event
from backend.domain.permissions import Role
from backend.settings import ROOT
from backend.web.language import LANGUAGES
from backend.web.pages.desk.queue import TABS

OFFICIAL = (
    "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "Phiếu yêu cầu bổ sung",
    "Phiếu từ chối",
    "Văn bản xin lỗi",
    "Thông báo dừng giải quyết",
    "Phiếu kiểm soát quá trình",
    "Sổ theo dõi hồ sơ",
)
"""Titles of the authority's own slips (TT 03/2025/TT-VPCP, annex I): no paper of ours carries one."""


def words(app: Flask, file: str, name: str, language: str) -> dict[str, str]:
    """Give a table of words of a macro file in one language."""
    with app.test_request_context(f"/{language}/"):
        app.preprocess_request()
        module = app.jinja_env.get_template(f"macros/{file}.html").make_module({})
        return dict(getattr(module, name))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("file", "name", "codes"),
    [
        pytest.param("desk_words", "EVENT_WORDS", set(Event), id="events"),
        pytest.param("desk_words", "STATE_WORDS", set(State), id="states"),
        pytest.param("desk_words", "TAB_WORDS", {tab.slug for tab in TABS}, id="tabs"),
        pytest.param("desk_words", "SOURCE_WORDS", set(Source), id="sources"),
        pytest.param("desk_words", "ROLE_WORDS", set(Role), id="roles"),
        pytest.param("reasons", "REASON_WORDS", set(Reason), id="reasons"),
    ],
)
def test_every_code_has_words(app: Flask, language: str, file: str, name: str, codes: set[str]) -> None:
    known = words(app, file, name, language)
    assert set(known) == {str(code) for code in codes}
    assert all(known.values())


def test_every_reason_is_offered_and_other_stands_last() -> None:
    assert {reason for offered in REASONS.values() for reason in offered} == set(Reason)
    assert {kind: offered[-1] for kind, offered in REASONS.items()} == dict.fromkeys(ItemKind, Reason.OTHER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_of_the_desk_has_words(app: Flask, language: str) -> None:
    verbs = (ROOT / "backend" / "domain" / "dossiers").glob("*.py")
    posted = ROOT / "backend" / "web" / "pages" / "desk" / "_posted.py"
    raised = {
        Code[name]
        for path in (*verbs, posted)
        for name in re.findall(r"Kind\.(?:INVALID|CONFLICT),\s*Code\.(\w+)", path.read_text(encoding="utf-8"))
    }
    told_elsewhere = {Code.DOSSIER_CHANGED, Code.DOSSIER_CLOSED}
    assert len(raised) > 5
    known = words(app, "desk_words", "REFUSAL_WORDS", language)
    assert set(known) == {str(code) for code in raised - told_elsewhere}


def test_verbs_are_moves_that_leave_facts() -> None:
    assert set(FACTS) == set(Verb)
    assert {verb for _, verb in MOVES} == set(Verb)
    assert set(FACTS.values()) <= set(Event)


def test_no_template_carries_the_title_of_an_official_slip() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "translations").rglob("messages.po")]
    folded = " ".join(re.sub(r'"\s*\n"', "", text).lower() for text in texts)
    assert not [title for title in OFFICIAL if title.lower() in folded]
    # The short name of the first slip may be said ("it does not replace …"), never be a heading or label.
    assert not re.search(r'(?:"|>|\("|^)\s*giấy tiếp nhận(?: hồ sơ)?\b', folded)
