"""Publish forms, look whether one could be published, and withdraw a version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from backend.commands.offline import build_offline
from backend.domain import forms as domain
from backend.domain.errors import Code, Refusal
from backend.domain.forms import Form
from backend.formats.forms_written import WrongForm, read_form
from backend.settings import ROOT

STARTER = ROOT / "backend" / "content" / "forms"

FILES = click.argument(
    "files", type=click.Path(path_type=Path, exists=True, dir_okay=False), nargs=-1, required=True
)


@click.group()
def forms() -> None:
    """Forms: questions, conditions and rules."""


@forms.command()
@FILES
def check(files: tuple[Path, ...]) -> None:
    """Say what is wrong with each FILE, with its place. Ends with status 1 when anything is."""
    for form in _read_all(files):
        click.echo(f"{form.id} version {form.version}: {len(form.fields)} fields, good.")


@forms.command()
@FILES
@click.option("--build/--no-build", default=True, help="Build packs and release afterwards (default: yes).")
def publish(files: tuple[Path, ...], build: bool) -> None:
    """Publish each FILE, or none when one of them is wrong. The same content again changes nothing."""
    changed = [_publish(form) for form in _read_all(files)]
    if build and any(changed):
        build_offline(say=click.echo)


@forms.command()
@click.argument("form_id")
@click.argument("version", type=click.IntRange(1, 9999))
@click.option("--reason", required=True, help="Why, in one sentence; kept with the form.")
@click.option("--build/--no-build", default=True, help="Build packs and release afterwards (default: yes).")
def withdraw(form_id: str, version: int, reason: str, build: bool) -> None:
    """Take VERSION of a form out of use: nothing more is sent with it, what was sent stays readable."""
    changed = domain.withdraw(form_id, version, reason)
    click.echo(f"{form_id} version {version}: {'withdrawn' if changed else 'was withdrawn before'}.")
    if build and changed:
        build_offline(say=click.echo)


def publish_starter() -> tuple[int, int]:
    """Publish the forms that come with the app; give how many there are and how many are new.

    Raises WrongForm, and Refusal when a published version was changed instead of numbered anew.
    """
    found = [read_form(path.read_bytes()) for path in sorted(STARTER.glob("*.json"))]
    return len(found), sum(domain.publish(form) for form in found)


def _read_all(files: Iterable[Path]) -> list[Form]:
    """Give the forms of all files; end with status 1 when one of them is wrong."""
    found, wrong = [], False
    for path in files:
        try:
            form = read_form(path.read_bytes())
            domain.refuse_secrets(form)
            found.append(form)
        except WrongForm as error:
            wrong = True
            for fault in error.faults:
                click.echo(f"{path.name}: {fault}", err=True)
        except Refusal as refusal:
            wrong = True
            click.echo(f"{path.name}: {refusal.code}: {refusal.details['field']}", err=True)
    if wrong:
        raise SystemExit(1)
    return found


def _publish(form: Form) -> bool:
    try:
        changed = domain.publish(form)
    except Refusal as refusal:
        if refusal.code is not Code.FORM_VERSION_EXISTS:
            raise
        raise click.ClickException(
            f"{form.id} version {form.version} is published with other content; give it the next number"
        ) from refusal
    click.echo(f"{form.id} version {form.version}: {'published' if changed else 'unchanged'}.")
    return changed
