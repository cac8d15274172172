"""Pages of the portal as a crawler saw them: flat texts with their tables glued together."""

from __future__ import annotations

import re
from typing import Any

from backend.domain.guides.record import Guide, Source
from backend.formats.audiences import split_audiences
from backend.formats.fields import Fields
from backend.formats.portal_guide import guide_of
from backend.formats.portal_record import PortalRecord
from backend.formats.portal_sources import CRAWLED_ON, PORTAL, safe
from backend.formats.portal_tables import channel_rows, document_groups, results
from backend.formats.procedure_codes import procedure_key
from backend.formats.rows import Refused, Reject
from backend.formats.tidy import one_line

_LAW_HEADER = "Tên văn bản pháp lýMã văn bản"
_PRINTED_CODE = re.compile(r"Mã thủ tục\s*(\d\.\d{6})", re.ASCII)


def is_raw(record: dict[str, Any]) -> bool:
    """Tell whether an object has the shape of this format."""
    return "ma_thu_tuc" in record


def guide_from(record: dict[str, Any]) -> Guide:
    """Give the guide of one crawled page. Raises Refused, `wrong_page` if it is another procedure's."""
    fields = Fields(record)
    code, name = fields.key("ma_thu_tuc"), fields.needed("ten_thu_tuc")
    refuse_wrong_page(code, name, fields.text("raw_text"))
    groups, rest = document_groups(fields.text("thanh_phan_ho_so") or "")
    decision_no, url = fields.line("so_quyet_dinh"), safe(fields.line("detail_url"))
    laws = fields.text("can_cu_phap_ly")
    return guide_of(
        PortalRecord(
            code=code,
            name=name,
            sector=fields.needed("linh_vuc"),
            source=Source(publisher=PORTAL, captured_on=CRAWLED_ON, decision_no=decision_no, url=url),
            levels=tuple(part.strip() for part in (fields.line("cap_thuc_hien") or "").split(",") if part),
            audience=split_audiences(fields.line("doi_tuong_thuc_hien") or ""),
            agency=fields.line("co_quan_thuc_hien"),
            address=fields.line("dia_chi_tiep_nhan"),
            steps=fields.text("trinh_tu_thuc_hien"),
            channels=channel_rows(fields.text("cach_thuc_thuc_hien") or ""),
            groups=groups,
            paper_notes=(rest,) if rest else (),
            conditions=fields.text("yeu_cau_dieu_kien"),
            results=results(fields.text("ket_qua_xu_ly") or ""),
            laws_text=laws.removeprefix(_LAW_HEADER).strip() or None if laws else None,
            doubts=frozenset(fields.doubts),
        )
    )


def refuse_wrong_page(code: str, name: str, body: str | None) -> None:
    """Refuse a page whose own text prints another procedure's code than its record."""
    printed = _PRINTED_CODE.search(body or "")
    if printed and procedure_key(printed.group(1)) != code:
        reason = f"the page prints the code {printed.group(1)}, the record says {code}"
        raise Refused(Reject.WRONG_PAGE, f"{reason} ({one_line(name)[:60]})")
