"""Bring guides in from files of others, and load our own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import click
from tqdm import tqdm

from backend.commands.offline import build_offline
from backend.domain import guides as domain
from backend.domain.guides import ImportReport
from backend.domain.guides.record import Guide
from backend.formats.guide_files import open_guides
from backend.formats.rows import Accepted, Rejected, Row
from backend.settings import ROOT

STARTER = ROOT / "backend" / "content" / "guides"


@dataclass
class Outcome:
    """What became of every row of a file."""

    kept: ImportReport = field(default_factory=ImportReport)
    rejected: list[Rejected] = field(default_factory=list)

    def as_plain(self) -> dict[str, object]:
        """Give the report as plain JSON values."""
        rejected = [
            {"row": r.row, "key": r.key, "code": r.code.value, "reason": r.reason} for r in self.rejected
        ]
        return {**vars(self.kept), "rejected": rejected}


@click.group()
def guides() -> None:
    """Procedure guides."""


@guides.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here as JSON."
)
@click.option("--build/--no-build", default=True, help="Build packs and release afterwards (default: yes).")
def import_guides(file: Path, report: Path | None, build: bool) -> None:
    """Bring in the guides of FILE: our JSON or JSONL, the official JSON, or the portal's XLSX list.

    Safe to repeat: what is the same stays as it is. Ends with status 1 when nothing could be read.
    """
    outcome = bring_in(file)
    kept = outcome.kept
    for rejected in outcome.rejected:
        click.echo(
            f"  row {rejected.row} {rejected.key or ''}: {rejected.code.value}: {rejected.reason}", err=True
        )
    click.echo(
        f"{file.name}: {len(kept.accepted)} accepted, {len(kept.updated)} updated, "
        f"{len(kept.unchanged)} unchanged, {len(outcome.rejected)} rejected."
    )
    if report is not None:
        report.write_text(
            json.dumps(outcome.as_plain(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )
    if build and kept.changed:
        build_offline(say=click.echo)
    if outcome.rejected and not (kept.changed or kept.unchanged):
        raise SystemExit(1)


def bring_in(file: Path) -> Outcome:
    """Keep every guide of a file and note every row that was not taken."""
    outcome = Outcome()
    with tqdm(total=file.stat().st_size, unit="B", unit_scale=True, desc=file.name, disable=None) as bar:
        rows = open_guides(file, on_read=lambda read: bar.update(read - bar.n))
        for collection, accepted in groupby(_accepted(rows, outcome), key=lambda row: row.collection):
            report = domain.bring_in((row.guide for row in accepted), collection)
            for name, codes in vars(report).items():
                getattr(outcome.kept, name).extend(codes)
    return outcome


def load_starter() -> ImportReport:
    """Load the guides that come with the app. Raises ValueError when one does not load."""
    return domain.bring_in(_starter(), "written")


def _accepted(rows: Iterator[Row], outcome: Outcome) -> Iterator[Accepted]:
    for row in rows:
        if isinstance(row, Accepted):
            yield row
        else:
            outcome.rejected.append(row)


def _starter() -> Iterator[Guide]:
    for path in sorted(STARTER.glob("*.json")):
        for row in open_guides(path):
            if isinstance(row, Rejected):
                raise ValueError(f"{path.name}: {row.code}: {row.reason}")
            yield row.guide
