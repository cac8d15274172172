"""Invite, list and end people from the command line; the first one comes from here."""

from __future__ import annotations

from collections.abc import Callable

import click
from flask import current_app

from backend.domain import communes, phones
from backend.domain import people as domain
from backend.domain.errors import Refusal
from backend.domain.people import PersonInFull
from backend.domain.permissions import Role, RoleHeld
from backend.web import invitation_link

CHOICES = [role.value for role in Role if role is not Role.RESIDENT]


@click.group()
def people() -> None:
    """People who sign in."""


@people.command()
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(CHOICES))
@click.option("--commune", "code", help="Code of the commune, for example 17728; a province role needs none.")
@click.option("--phone", help="Phone number, to sign in with and to be told apart by.")
def invite(name: str, roles: tuple[str, ...], code: str | None, phone: str | None) -> None:
    """Invite NAME and print the one-time link to hand over."""
    held = tuple(RoleHeld(Role(role), code) for role in roles)
    _print_link(domain.invite(name, roles=held, phone_number=phone, by=None), click.echo)


@people.command("list")
def list_people() -> None:
    """List everybody: id, sign-in name, name, roles, and whether invited, active or ended."""
    for person in domain.listed():
        roles = ", ".join(f"{held.role}@{held.commune_code or 'province'}" for held in person.roles)
        state = "ended" if person.ended_at else "invited" if person.is_waiting else "active"
        click.echo(f"{person.id}  {person.sign_in_name}  {person.name}  {roles}  {state}")


@people.command()
@click.argument("person_id")
def link(person_id: str) -> None:
    """Print a new one-time link for PERSON_ID; older links and open sessions end."""
    _print_link(domain.invite_again(person_id, by=None), click.echo)


@people.command()
@click.argument("person_id")
def end(person_id: str) -> None:
    """End the account of PERSON_ID; what they sealed is still received."""
    domain.end(person_id, by=None)
    phones.end_all(person_id)
    click.echo("Ended.")


def invite_first(say: Callable[[str], object]) -> None:
    """Invite the first desk officer when there is nobody; say the link while nobody has taken one up."""
    if not domain.has_any():
        code: str = current_app.extensions["settings"].first_commune
        try:
            communes.find(code)
        except Refusal:
            say(f"Nobody is invited: TIEPSUC_FIRST_COMMUNE={code} is no commune.")
            return
        held = tuple(RoleHeld(role, code) for role in (Role.DESK_OFFICER, Role.COMMUNE_ADMIN))
        domain.invite("Cán bộ đầu tiên", roles=held, by=None)
    first = domain.first_waiting()
    if first is not None:
        _print_link(first, say)


def _print_link(person: PersonInFull, say: Callable[[str], object]) -> None:
    say(f"One-time link for {person.name} (sign-in name {person.sign_in_name}), good for 7 days:")
    say(f"  {invitation_link.for_person(person.id)}")
