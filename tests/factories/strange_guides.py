"""Invented guides that are hard to show: long names, missing values, doubts, a name and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.factories.source_records import written

LONG = "1.900101"
NAME_ONLY = "1.900102"
REPLACED = "1.900103"

_NAME = (
    "Xác nhận việc thả diều sáo vào ban đêm tại khu vực giáp ranh giữa hai xã trở lên đối với hộ gia đình, "
    "cá nhân, cộng đồng dân cư và tổ chức chơi diều không vì mục đích lợi nhuận (trường hợp đã được xác nhận "
    "nhưng thay đổi chủ diều, chiều dài dây hoặc nơi thả)"
)
_NOTE = "Ghi chú dài của nguồn: diều phải có dây, dây phải có người giữ, người giữ không ngủ.\n"


def long_guide() -> dict[str, Any]:
    """Give a guide in the words of a portal: long everywhere, unsure, and silent about the fee."""
    return written(
        code=LONG,
        name={"vi": _NAME},
        origin="imported",
        levels=["province", "commune"],
        agency={"vi": "Ủy ban nhân dân cấp xã, Trung tâm Phục vụ hành chính công, Ban quản lý bãi diều"},
        times=[
            {"channel": "online", "value": 15, "unit": "working_days", "text": {"vi": "15 Ngày làm việc"}},
            {"channel": "in_person", "value": 1},
        ],
        fees=[{"channel": "online", "kind": "unknown", "note": {"vi": _NOTE * 4}}],
        paper_groups=[
            {
                "role": "case",
                "title": {"vi": "Trường hợp thả diều có đèn: " + _NAME},
                "papers": [_paper(1, "Đơn đề nghị theo Mẫu 01/ĐNTD-PL"), _paper(2, _NAME)],
                "notes": [{"vi": _NOTE}] * 4,
            },
            {"role": "unsorted", "papers": [_paper(3, "Bản-vẽ-diều_số_01/2026/KHÔNG-DẤU.DOCX")]},
        ],
        steps=[{"vi": "Bước 1: Viết đơn.\n- Nếu viết sai: viết lại."}, {"vi": "Bước 2: " + _NOTE}],
        laws=[{"number": "01/2026/TT-BD", "title": {"vi": "Thông tư về diều"}}],
        source={
            "publisher": {"vi": "Cổng thử"},
            "captured_on": "2024-07",
            "decision_no": "1/QĐ-GIO",
            "url": "https://portal.invalid/thu-tuc/chi-tiet?ma=" + "1900101" * 12,
        },
        doubts=["time_without_unit", "channel_times_differ", "two_form_variants"],
    )


def name_only() -> dict[str, Any]:
    """Give a procedure of which only code and name are known."""
    return written(code=NAME_ONLY, name={"vi": "Cấp lại sổ diều"}, origin="catalogue", levels=["commune"])


def replaced() -> dict[str, Any]:
    """Give a guide that another one has replaced."""
    return written(code=REPLACED, name={"vi": "Đăng ký diều giấy"}, validity="replaced", replaced_by=LONG)


def write_strange_guides(path: Path) -> Path:
    """Write them as a file that `tiepsuc guides import` takes."""
    guides = (long_guide(), name_only(), replaced())
    path.write_text("\n".join(json.dumps(guide, ensure_ascii=False) for guide in guides), encoding="utf-8")
    return path


def _paper(number: int, name: str) -> dict[str, Any]:
    return {
        "id": f"p{number}",
        "name": {"vi": name},
        "originals": 1,
        "copies": 0,
        "detail": {"vi": "Bản chụp có chứng thực hoặc xuất trình bản chính"},
    }
