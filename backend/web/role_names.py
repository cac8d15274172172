"""Roles in the words of the page, with the commune where each is held."""

from __future__ import annotations

from flask_babel import gettext as _

from backend.domain import communes
from backend.domain.people import Person
from backend.domain.permissions import Role


def names() -> dict[Role, str]:
    """Give the name of every role in the language of the page."""
    return {
        Role.RESIDENT: _("resident"),
        Role.VOLUNTEER: _("volunteer of the team"),
        Role.STUDENT: _("student volunteer"),
        Role.TEAM_LEADER: _("team leader"),
        Role.DESK_OFFICER: _("officer at the desk"),
        Role.COMMUNE_EDITOR: _("editor of the commune"),
        Role.PROVINCE_EDITOR: _("editor of the province"),
        Role.COMMUNE_ADMIN: _("administrator of the commune"),
        Role.PROVINCE_ADMIN: _("administrator of the province"),
    }


def of_person(person: Person) -> list[str]:
    """Give the roles of a person, each with its commune: `officer at the desk · Xã Cát Ngạn`."""
    words = names()
    return [
        words[held.role]
        if held.commune_code is None
        else f"{words[held.role]} · {communes.find(held.commune_code).name}"
        for held in person.roles
    ]
