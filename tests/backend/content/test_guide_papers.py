"""The papers of a written guide follow from the answers and can be ticked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from backend.domain.guides.record import Guide, Paper, PaperRole


def papers_of(guide: Guide) -> list[Paper]:
    """All papers of all groups."""
    return [paper for group in guide.paper_groups for paper in group.papers]


def families(guide: Guide) -> Iterator[dict[str, str]]:
    """Every way to answer all questions."""
    choices = [[(question.id, option.id) for option in question.options] for question in guide.questions]
    return (dict(answers) for answers in product(*choices))


def applies(paper: Paper, answers: dict[str, str]) -> bool:
    """Whether these answers ask for the paper."""
    return all(answers[question] in options for question, options in (paper.when or {}).items())


def needed(guide: Guide, answers: dict[str, str]) -> list[Paper]:
    """The papers needed for these answers."""
    return [paper for paper in papers_of(guide) if applies(paper, answers)]


def test_ids_are_unique(guide: Guide) -> None:
    for ids in (
        [paper.id for paper in papers_of(guide)],
        [question.id for question in guide.questions],
        *([option.id for option in question.options] for question in guide.questions),
    ):
        assert len(set(ids)) == len(ids)


def test_conditions_name_existing_questions_and_options(guide: Guide) -> None:
    known = {question.id: {option.id for option in question.options} for question in guide.questions}
    for paper in papers_of(guide):
        for question, options in (paper.when or {}).items():
            assert options
            assert set(options) <= known[question], paper.id


def test_every_question_changes_the_list_of_papers(guide: Guide) -> None:
    asked = {question for paper in papers_of(guide) for question in paper.when or {}}
    assert asked == {question.id for question in guide.questions}
    assert all(len(question.options) >= 2 for question in guide.questions)


def test_every_paper_is_needed_by_some_family(guide: Guide) -> None:
    assert {p.id for f in families(guide) for p in needed(guide, f)} == {p.id for p in papers_of(guide)}


def test_no_family_comes_with_nothing(guide: Guide) -> None:
    assert all(needed(guide, answers) for answers in families(guide))


def test_the_paper_form_and_the_electronic_form_are_never_both_needed(guide: Guide) -> None:
    for answers in families(guide):
        forms = [paper.id for paper in needed(guide, answers) if paper.id.startswith(("form", "e-form"))]
        assert len(forms) <= 1, (answers, forms)


def test_groups_say_whether_papers_are_handed_in_or_shown(guide: Guide) -> None:
    titles = {PaperRole.SUBMIT: "Phải nộp", PaperRole.PRESENT: "Cho xem rồi mang về"}
    for group in guide.paper_groups:
        assert group.title is not None
        assert group.title["vi"] == titles[group.role]


def test_quantities_are_believable(guide: Guide) -> None:
    for paper in papers_of(guide):
        assert {paper.originals, paper.copies} <= {None, 1, 2}
