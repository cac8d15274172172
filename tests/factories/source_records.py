"""Invented records in the shapes of others; each call shows only what its test is about."""

from __future__ import annotations

from typing import Any

CHANNEL_HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả"
DOCUMENT_HEADER = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
CODE = "1.900001"
URL = "https://portal.invalid/thu-tuc/"


def written(**changes: Any) -> dict[str, Any]:
    """Give a guide in our own format 1."""
    return {
        "format": 1,
        "code": CODE,
        "name": {"vi": "Đăng ký thả diều", "en": "Registering a kite"},
        "origin": "written",
        "sector": "Trò chơi",
        "source": {"publisher": {"vi": "Phường Gió"}, "captured_on": "2026-07"},
    } | changes


def normalised(**changes: Any) -> dict[str, Any]:
    """Give a record as the public crawl normalised it."""
    return {
        "code": CODE,
        "name": "Đăng ký thả diều",
        "levels": ["Cấp xã"],
        "sector": "Trò chơi",
        "audience": ["Công dân Việt Nam"],
        "channels": [],
        "document_cases": [],
        "source_url": URL + CODE,
        "source": "public crawl of the national portal (portal.invalid), June-July 2026",
    } | changes


def channel(name: str = "online", raw: str = "Miễn phí", **changes: Any) -> dict[str, Any]:
    """Give one parsed row of the channel table."""
    return {"channel": name, "time_value": 3, "time_unit": "Ngày làm việc", "raw": raw} | changes


def documents(*rows: dict[str, Any], case: str | None = None) -> list[dict[str, Any]]:
    """Give one parsed table of papers."""
    return [{"case": case, "documents": list(rows)}]


def document(name: str = "Tờ giấy xanh", **changes: Any) -> dict[str, Any]:
    """Give one parsed row of a table of papers."""
    return {"name": name, "form_file": None, "originals": 1, "copies": 0} | changes


def raw(**changes: Any) -> dict[str, Any]:
    """Give a page as a crawler saw it."""
    code = changes.get("ma_thu_tuc", CODE)
    return {
        "ma_thu_tuc": code,
        "ten_thu_tuc": "Đăng ký thả diều",
        "linh_vuc": "Trò chơi",
        "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
        "detail_url": URL + code,
        "raw_text": f"Đăng ký thả diềuMã thủ tục{code}Số quyết định1/QĐ-GIO",
    } | changes


def official(**changes: Any) -> dict[str, Any]:
    """Give a record in the official interchange shape."""
    return {
        "MATTHC": CODE + ".000.00.00.H41",
        "TENTTHC": "Đăng ký thả diều",
        "LINHVUCTHUCHIEN": [{"MALINHVUC": "G99-TD01", "TENLINHVUC": "Trò chơi"}],
        "CAPTHUCHIEN": [{"CAPTHUCHIEN": "2", "TENCAP": "Cấp Xã"}],
    } | changes


def official_time(value: str, unit: str, told: str = "", *fees: dict[str, str]) -> list[dict[str, Any]]:
    """Give the ways to file with one time limit at the counter."""
    time = {"THOIGIANGIAIQUYET": value, "DONVITINH": unit, "MOTA": told, "PHILEPHI": list(fees)}
    return [{"KENH": "1", "THOIGIAN": [time]}]


def fact(**changes: Any) -> dict[str, Any]:
    """Give one entry of a fact sheet."""
    return {
        "code": CODE,
        "name": "Đăng ký thả diều",
        "sector": "Trò chơi",
        "confidence": "high",
        "time_text": "Trong buổi sáng",
        "fee_text": "Miễn phí",
        "source": "secondary public sources, 2026-09",
    } | changes
