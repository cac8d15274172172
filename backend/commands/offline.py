"""Build, list and roll back what phones keep."""

from __future__ import annotations

from collections.abc import Callable

import click

from backend.domain import releases
from backend.web import release as building


@click.group()
def offline() -> None:
    """Packs and releases for phones."""


@offline.command()
@click.option("--again", is_flag=True, help="Also when nothing changed: puts back files that were lost.")
def build(again: bool) -> None:
    """Build packs and release from the guides, templates and scripts of now, and serve them."""
    build_offline(say=click.echo, again=again)


@offline.command("releases")
def list_releases() -> None:
    """List the newest releases; the first is served."""
    for release in releases.known():
        click.echo(f"{release.id}  built {release.built_at:%Y-%m-%d %H:%M} UTC")


@offline.command()
@click.argument("release", required=False)
def back(release: str | None) -> None:
    """Serve an earlier RELEASE again (without a name: the one before)."""
    chosen = releases.go_back(release, assets=building.built_assets())
    click.echo(f"Release {chosen.id} is served again. Phones take it at their next visit.")


def build_offline(say: Callable[[str], object], *, again: bool = False) -> None:
    """Build when anything differs from what is served; say what happened."""
    current, wanted = releases.current(), building.inputs()
    if current is not None and current.inputs == wanted and not again:
        say(f"Release {current.id}: nothing changed.")
        return
    changed = building.build_packs()
    release_id, is_new = building.build_release(wanted)
    say(f"Packs: {changed} changed. Release {release_id}: {'new' if is_new else 'as before'}.")
