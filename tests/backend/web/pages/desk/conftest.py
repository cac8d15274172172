"""An officer at the desk of a commune, signed in, and what the officer posts."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from backend.domain.dossiers import Dossier, Marks
from backend.domain.people import Person
from backend.domain.permissions import Role
from tests.factories.people import person, signed_in
from tests.page_client import Page, PageClient


class Desk:
    """A client on which an officer is signed in."""

    def __init__(self, app: Flask, officer: Person) -> None:
        self.officer = officer
        self.pages = signed_in(PageClient(app), officer)

    def get(self, path: str, status: int = 200) -> Page:
        """Give a page of the desk."""
        return self.pages.get(f"/vi/desk/{path}", status)

    def post(self, path: str, **fields: Any) -> TestResponse:
        """Post as the page of this site would."""
        headers = {"Sec-Fetch-Site": "same-origin"}
        return self.pages.http.post(f"/vi/desk/{path}", data=fields, headers=headers)

    def move(self, dossier: Dossier, verb: str, marks: Marks | None = None, **more: Any) -> TestResponse:
        """Press a button of a dossier's page, with these marks set."""
        fields = {"verb": verb, "version": dossier.version, **typed(marks or {}), **more}
        return self.post(f"dossiers/{dossier.code}", **fields)


def typed(marks: Marks) -> dict[str, str]:
    """Give marks as the radios and boxes post them."""
    fields = {f"mark.{item}": "right" if mark.is_right else "back" for item, mark in marks.items()}
    fields |= {f"reason.{item}": mark.reason.value for item, mark in marks.items() if mark.reason}
    return fields | {f"note.{item}": mark.note for item, mark in marks.items() if mark.note}


@pytest.fixture
def desk(app: Flask) -> Desk:
    """Give the desk of the commune 16001."""
    return Desk(app, person(Role.DESK_OFFICER, "16001", name="Hà Văn Mẫu"))


@pytest.fixture
def other_desk(app: Flask) -> Desk:
    """Give the desk of another commune."""
    return Desk(app, person(Role.DESK_OFFICER, "16002", name="Moong Thị Thử"))
