"""Make, rotate, check and list the server's keys."""

from __future__ import annotations

from collections.abc import Callable

import click

from backend.commands.offline import build_offline
from backend.domain import keys as domain
from backend.domain import releases, submissions
from backend.domain.keys import Key, Purpose


@click.group()
def keys() -> None:
    """The server's keys: files in TIEPSUC_KEYS, outside the database. Back them up with it."""


@keys.command()
def make() -> None:
    """Make the keys that are missing; keys that are there stay as they are."""
    made = domain.make_missing()
    for key in made:
        click.echo(f"{_line(key)}  new")
    if not made:
        click.echo("All keys are there.")


@keys.command()
@click.argument("purpose", type=click.Choice([purpose.value for purpose in Purpose]))
def rotate(purpose: str) -> None:
    """Make a new key of PURPOSE and use it from now on; the one before stays, for what it was used for.

    Workers that run notice by themselves. Phones are given public keys with a release, which is built anew.
    """
    key = domain.rotate(Purpose(purpose))
    click.echo(f"{_line(key)}  new")
    if key.purpose in domain.ELLIPTIC and releases.current() is not None:
        build_offline(say=click.echo)


@keys.command()
def check() -> None:
    """Say what is wrong with the keys; status 1 when anything is."""
    wrong = [f"{purpose.value}: missing" for purpose in domain.lacking()]
    wrong += [f"{name}: readable by others than its owner" for name in domain.open_to_others()]
    for line in wrong:
        click.echo(line, err=True)
    if wrong:
        raise SystemExit(1)
    click.echo("Keys: all there, each readable by its owner only.")


@keys.command("list")
def list_keys() -> None:
    """List all keys, the current of each purpose first. Nothing secret is shown."""
    for key in domain.known():
        retired = f"  retired {key.retired_at:%Y-%m-%d}" if key.retired_at else "  current"
        click.echo(_line(key) + retired)


def prepare_keys(say: Callable[[str], object]) -> None:
    """Make keys for a new server. Once something was received, missing keys are lost, not missing."""
    lacking = domain.lacking()
    if lacking and submissions.any_kept():
        named = ", ".join(purpose.value for purpose in lacking)
        raise click.ClickException(
            f"keys are missing ({named}), but submissions were received with them. "
            "Put the key files back into TIEPSUC_KEYS; `tiepsuc keys make` makes new ones."
        )
    say(f"Keys: {len(domain.make_missing())} new.")


def _line(key: Key) -> str:
    return f"{key.purpose.value:8} {key.kid}  made {key.made_at:%Y-%m-%d %H:%M} UTC"
