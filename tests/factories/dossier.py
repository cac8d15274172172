"""Dossiers of invented people in every state, with or without what a phone sealed."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from backend.domain import communes, dossiers, submissions
from backend.domain.clock import now
from backend.domain.dossiers import Dossier, Mark, Marks, Reason, Source, State
from backend.domain.errors import Refusal
from backend.domain.forms.record import Field, FieldType, Option, Portal, Section
from backend.domain.phones import Phone
from backend.domain.submissions import Author, Clear, ConsentGiven, Named, SealedContent
from backend.storage.database import transaction
from tests.factories.communes import commune, units
from tests.factories.form import published
from tests.factories.phone import phone

OFFICER = "00000000-0000-4000-8000-00000000000a"
ANSWERS: dict[str, Any] = {
    "child_name": "Lò Thị Thử",
    "mother_id": "040195999912",
    "sex": "female",
    "born_on": "2026-11-03",
}
FIELDS = (
    Field(id="child_name", type=FieldType.TEXT, label={"vi": "Tên con", "en": "Name"}, required=True),
    Field(id="mother_id", type=FieldType.PERSONAL_ID, label={"vi": "Số định danh của mẹ"}),
    Field(id="born_on", type=FieldType.DATE, label={"vi": "Ngày sinh"}),
    Field(
        id="sex",
        type=FieldType.CHOICE,
        label={"vi": "Trai hay gái"},
        options=(Option(code="female", label={"vi": "Gái"}), Option(code="male", label={"vi": "Trai"})),
    ),
    Field(id="remark", type=FieldType.MULTILINE, label={"vi": "Điều muốn nói thêm"}),
    Field(id="birth_paper", type=FieldType.ATTACHMENT, label={"vi": "Giấy chứng sinh"}, required=True),
)
IN_ORDER = ("born_on", "child_name", "mother_id", "remark")
"""What the template asks; the sex is asked by us alone."""
CONSENT = ConsentGiven(purpose="send", text_version="1", at="2026-11-21T03:00:00Z", method="screen")
RIGHT = {item: Mark(is_right=True) for item in ("child_name", "mother_id", "sex", "born_on", "birth_paper")}


def opened(commune_code: str = "16001", **given: Any) -> Dossier:
    """Open a dossier without a submission behind it: enough for its moves."""
    have_commune(commune_code)
    facts: dict[str, Any] = {"form_id": "thu", "form_version": 1, "guide": "1.900001"}
    with transaction():
        return dossiers.open_for(
            given.pop("submission_id", str(uuid4())), commune_code=commune_code, **(facts | given)
        )


def in_state(state: State, dossier: Dossier | None = None) -> Dossier:
    """Give a dossier that was moved into a state."""
    at = dossier or opened()
    match state:
        case State.NEW:
            return at
        case State.IN_CHECK:
            return dossiers.start_check(at.code, version=at.version, by=OFFICER)
        case State.RETURNED:
            return dossiers.return_items(at.code, back("child_name"), version=at.version, by=OFFICER)
        case State.COMPLETE:
            return dossiers.complete(at.code, RIGHT, needed=RIGHT.keys(), version=at.version, by=OFFICER)
        case State.FILED:
            at = in_state(State.COMPLETE, at)
            return dossiers.file(at.code, "H41.5-261121-0007", version=at.version, by=OFFICER)
        case State.CLOSED:
            at = in_state(State.FILED, at)
            return dossiers.close(at.code, version=at.version, by=OFFICER)
        case State.WITHDRAWN:
            return dossiers.withdraw(at.code, version=at.version, by=OFFICER)


def back(item: str, reason: Reason = Reason.NOT_MATCHING, note: str | None = None) -> Marks:
    """Give marks that return one item and find the others right."""
    return {**RIGHT, item: Mark(is_right=False, reason=reason, note=note)}


def sent(
    commune_code: str = "16001",
    *,
    answers: dict[str, Any] | None = None,
    paper: str = "have",
    sender: Phone | None = None,
    author: Author | None = None,
    consents: tuple[ConsentGiven, ...] | None = None,
    note: str | None = None,
    **clear: Any,
) -> Dossier:
    """Give the dossier of a submission as a phone sends one, with everything that it sealed."""
    have_commune(commune_code)
    published(
        sections=(Section(id="child", title={"vi": "Cháu bé"}, fields=FIELDS),), portal=Portal(order=IN_ORDER)
    )
    own_id = str(uuid4())
    content = SealedContent(
        answers=answers or ANSWERS,
        papers={"birth_paper": {"answer": paper, "files": []}},
        author=author or Author(role="resident"),
        consents=consents or (CONSENT,),
        note=note,
        applicant=Named(name="Vi Văn Mẫu", phone="0912345670"),
        subject=Named(name=(answers or ANSWERS)["child_name"]),
    )
    submissions.receive(
        own_id,
        clear=Clear(form_id="thu", form_version=1, commune_code=commune_code, captured_at=now(), **clear),
        opened=lambda: content,
        content_sha256=own_id.replace("-", "") * 2,
        phone=sender or phone(),
    )
    found = dossiers.of_submission(own_id)
    assert found is not None
    return found


def asked_for_more(dossier: Dossier, item: str) -> Dossier:
    """Note that the authority asked for more about one item, today."""
    return dossiers.returned_by_authority(
        dossier.code, back(item), source=Source.CALL, on=now().date(), version=dossier.version, by=OFFICER
    )


def have_commune(code: str) -> None:
    """See to it that the commune is there."""
    try:
        communes.find(code)
    except Refusal:
        communes.load_units(units(*(commune(one) for one in {"16001", "16002", code})))
