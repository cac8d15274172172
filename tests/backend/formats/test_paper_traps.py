"""Traps 5, 6, 7 and 8: groups, notes, forms and quantities of papers."""

from __future__ import annotations

import pytest

from backend.domain.guides.record import Paper, PaperRole
from backend.formats.portal_papers import role_of
from backend.formats.quantities import split_row
from tests.backend.formats.conftest import accepted
from tests.factories.source_records import DOCUMENT_HEADER, document, documents, normalised, raw


def papers(**changes: object) -> list[Paper]:
    """Give the papers of a raw record."""
    return [paper for group in accepted(raw(**changes)).paper_groups for paper in group.papers]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        (None, PaperRole.UNSORTED),
        ("Giấy tờ phải nộp", PaperRole.SUBMIT),
        ("Giấy tờ phải xuất trình", PaperRole.PRESENT),
        ("Lưu ý", PaperRole.UNSORTED),
        ("Trường hợp ủy quyền thì phải nộp", PaperRole.CASE),
        ("(1.7) Đối với công trình nhà ở riêng lẻ", PaperRole.CASE),
        ("a) Đối với cấp mới", PaperRole.CASE),
        ("Hồ sơ gồm", PaperRole.UNSORTED),
    ],
)
def test_a_group_has_the_role_its_title_states(title: str | None, role: PaperRole) -> None:
    assert role_of(title) is role


def test_rows_of_no_copies_are_notes_and_never_papers() -> None:
    rows = [document(), document("Người dân tự khai.", originals=0, copies=0)]
    group = accepted(normalised(document_cases=documents(*rows, case="* Giấy tờ phải nộp:"))).paper_groups[0]
    assert (group.role, group.title) == (PaperRole.SUBMIT, {"vi": "Giấy tờ phải nộp"})
    assert [paper.name["vi"] for paper in group.papers] == ["Tờ giấy xanh"]
    assert group.notes == ({"vi": "Người dân tự khai."},)


def test_everything_under_a_remark_is_a_note() -> None:
    group = accepted(normalised(document_cases=documents(document(), case="Lưu ý :"))).paper_groups[0]
    assert (group.papers, group.notes) == ((), ({"vi": "Tờ giấy xanh"},))


def test_paper_ids_name_group_and_place() -> None:
    cases = documents(document(), document("Tờ đỏ")) + documents(document("Tờ vàng"), case="Trường hợp khác")
    groups = accepted(normalised(document_cases=cases)).paper_groups
    assert [paper.id for group in groups for paper in group.papers] == ["g1p1", "g1p2", "g2p1"]


def test_a_paper_form_and_its_electronic_form_are_doubted() -> None:
    both = [document("Tờ khai thả diều"), document("- Mẫu thả diều điện tử tương tác")]
    guide = accepted(normalised(document_cases=documents(*both)))
    assert guide.doubts == ("two_form_variants",)


@pytest.mark.parametrize(
    ("glued", "name", "originals"),
    [
        ("Đơn theo Mẫu số 181 bản chính", "Đơn theo Mẫu số 18", 1),
        ("Đơn ban hành ngày 25/6/20241 bản chính", "Đơn ban hành ngày 25/6/2024", 1),
        ("Theo Luật Diều năm 20240 bản chính,1 bản sao", "Theo Luật Diều năm 2024", 0),
        ("G99-KQ0061781 bản chính", "G99-KQ006178", 1),
        ("Đơn theo Mẫu số 11 bản chính", "Đơn theo Mẫu số 1", 1),
    ],
)
def test_a_quantity_glued_to_its_name_is_split_and_doubted(glued: str, name: str, originals: int) -> None:
    guide = accepted(raw(thanh_phan_ho_so=f"--{DOCUMENT_HEADER}{glued}"))
    paper = guide.paper_groups[0].papers[0]
    assert (paper.name["vi"], paper.originals) == (name, originals)
    assert guide.doubts == ("quantity_repaired",)


def test_a_parsed_quantity_above_twenty_is_split_too() -> None:
    guide = accepted(normalised(document_cases=documents(document("Đơn theo Mẫu số", originals=181))))
    assert guide.paper_groups[0].papers[0].originals == 1
    assert "quantity_repaired" in guide.doubts


def test_a_quantity_that_no_rule_splits_is_left_out() -> None:
    guide = accepted(normalised(document_cases=documents(document("Ảnh chân dung", originals=25))))
    assert guide.paper_groups[0].papers[0].originals is None
    assert guide.doubts == ("quantity_suspect",)


def test_copies_named_in_prose_do_not_split_a_row() -> None:
    text = "Bản khai và 01 bản chính hoặc 01 bản sao kèm ảnh.1 bản chính01 bản sao thẻ.0 bản chính,1 bản sao"
    found = papers(thanh_phan_ho_so=f"--{DOCUMENT_HEADER}{text}")
    assert [(paper.name["vi"][:13], paper.originals, paper.copies) for paper in found] == [
        ("Bản khai và 0", 1, 0),
        ("01 bản sao th", 0, 1),
    ]


def test_groups_that_are_glued_together_come_apart() -> None:
    text = f"Giấy tờ phải nộp:{DOCUMENT_HEADER}Tờ xanh1 bản chính* Lưu ý:{DOCUMENT_HEADER}Tờ đỏ0 bản chính"
    groups = accepted(raw(thanh_phan_ho_so=text)).paper_groups
    assert [(group.role, len(group.papers), len(group.notes)) for group in groups] == [
        (PaperRole.SUBMIT, 1, 0),
        (PaperRole.UNSORTED, 0, 1),
    ]


def test_text_without_any_table_becomes_a_note() -> None:
    group = accepted(raw(thanh_phan_ho_so="Không cần giấy tờ gì, chỉ cần gió.")).paper_groups[0]
    assert (group.papers, group.notes) == ((), ({"vi": "Không cần giấy tờ gì, chỉ cần gió."},))


@pytest.mark.parametrize(
    ("text", "name", "file"),
    [
        ("Đơn theo mẫu;Mẫu số 03.docx", "Đơn theo mẫu;", "Mẫu số 03.docx"),
        ("Quyết định số 9/2021/QĐ-TTgGiấy đề nghị.pdf", "Quyết định số 9/2021/QĐ-TTg", "Giấy đề nghị.pdf"),
        ("Đơn (Mẫu CT99).1.MuCT99.doc", "Đơn (Mẫu CT99).", "1.MuCT99.doc"),
        ("Tờ khai diều", "Tờ khai diều", None),
        ("", "", None),
    ],
)
def test_the_form_file_is_cut_off_without_losing_a_letter(text: str, name: str, file: str | None) -> None:
    assert split_row(text) == (name, file)
