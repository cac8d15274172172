"""Guides are kept whole, shown from the best collection, and a second import changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from flask import Flask

from backend.domain import guides
from backend.domain.errors import Code, Refusal
from backend.domain.guides import _find, _import
from backend.domain.guides.record import Fee, FeeKind, Guide, Origin, Paper, PaperGroup, PaperRole, Validity
from backend.storage.guides import GuideRow
from tests.factories.guide import guide

RICH = guide(
    fees=(Fee(kind=FeeKind.UNKNOWN), Fee(kind=FeeKind.AMOUNT, text={"vi": "10.000 đồng"})),
    paper_groups=(
        PaperGroup(
            role=PaperRole.SUBMIT,
            papers=(Paper(id="a", name={"vi": "Tờ khai"}, originals=1, when={"case": ("yes",)}),),
            notes=({"vi": "Lưu ý"},),
        ),
    ),
)


def test_a_guide_comes_back_as_it_was_kept(stored: Flask) -> None:
    guides.bring_in([RICH, guide("1.900002")], "written")
    assert guides.find(RICH.code) == RICH


def test_a_code_with_a_local_suffix_finds_the_guide(stored: Flask) -> None:
    guides.bring_in([guide()], "written")
    assert guides.find("1.900001.000.00.00.H41").code == guides.find("1.900001.H41").code == "1.900001"


@pytest.mark.parametrize("code", ["1.900009", "khai-sinh", "", "1.900001; drop"])
def test_an_unknown_code_is_refused_by_name(stored: Flask, code: str) -> None:
    guides.bring_in([guide()], "written")
    with pytest.raises(Refusal) as refusal:
        guides.find(code)
    assert refusal.value.code is Code.GUIDE_NOT_FOUND


def test_a_second_import_changes_nothing(stored: Flask) -> None:
    first = guides.bring_in([guide(), guide("1.900002")], "portal")
    state = guides.state()
    second = guides.bring_in([guide(), guide("1.900002")], "portal")
    assert (first.accepted, second.unchanged) == (["1.900001", "1.900002"],) * 2
    assert not second.changed
    assert guides.state() == state


def test_a_changed_guide_is_updated_and_the_others_stay(stored: Flask) -> None:
    guides.bring_in([guide(), guide("1.900002")], "portal")
    changed = guide(name={"vi": "Tên mới"})
    report = guides.bring_in([changed, guide("1.900002")], "portal")
    assert (report.updated, report.unchanged) == (["1.900001"], ["1.900002"])
    assert guides.find("1.900001").name == {"vi": "Tên mới"}


def test_lists_follow_every_batch_even_when_the_clock_stands(
    stored: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = _import.now()
    monkeypatch.setattr(_import, "now", lambda: stopped)
    guides.bring_in([guide()], "portal")
    assert guides.listed()[0].title == guide().title
    guides.bring_in([guide(name={"vi": "Tên mới"})], "portal")
    assert guides.listed()[0].title == {"vi": "Tên mới"}


def test_many_askers_make_a_list_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    guides.bring_in([guide()], "portal")
    made = []

    def slowly() -> list[GuideRow]:
        made.append(1)
        sleep(0.1)
        return []

    def ask(_: int) -> int:
        with app.app_context():
            return len(guides.listed())

    monkeypatch.setattr(_find.rows, "best_of_each", slowly)
    _find._listed.cache_clear()
    with ThreadPoolExecutor(4) as askers:
        list(askers.map(ask, range(4)))
    _find._listed.cache_clear()
    assert made == [1]


def test_our_own_text_is_shown_whatever_arrives_later(stored: Flask) -> None:
    guides.bring_in([guide(name={"vi": "Của ta"})], "written")
    guides.bring_in([guide(name={"vi": "Của cổng"}, origin=Origin.IMPORTED)], "portal")
    guides.bring_in([guide(name={"vi": "Danh mục"}, origin=Origin.CATALOGUE)], "catalogue")
    assert guides.find("1.900001").name == {"vi": "Của ta"}
    assert [summary.title for summary in guides.listed()] == [{"vi": "Của ta"}]


def test_a_guide_no_longer_in_force_leaves_the_lists_but_not_its_address(stored: Flask) -> None:
    guides.bring_in([guide(validity=Validity.EXPIRED), guide("1.900002")], "portal")
    assert [summary.code for summary in guides.listed()] == ["1.900002"]
    assert guides.find("1.900001").validity is Validity.EXPIRED


def test_an_unknown_collection_is_refused(stored: Flask) -> None:
    with pytest.raises(ValueError, match="not in"):
        guides.bring_in([guide()], "somewhere")


def test_a_killed_import_leaves_whole_batches_only(stored: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_import, "BATCH", 2)

    def killed() -> Iterator[Guide]:
        yield from (guide(f"1.90000{number}") for number in range(5))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guides.bring_in(killed(), "portal")
    assert len(guides.listed()) == 4
    assert all(guides.find(summary.code).source for summary in guides.listed())


def test_a_list_notices_a_change_made_in_the_same_second(stored: Flask) -> None:
    guides.bring_in([guide()], "portal")
    assert [summary.title["vi"] for summary in guides.listed()] == ["Thủ tục thử 1.900001"]
    guides.bring_in([guide(name={"vi": "Tên mới"})], "portal")
    assert [summary.title["vi"] for summary in guides.listed()] == ["Tên mới"]
