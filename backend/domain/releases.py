"""Releases: layout, kept pages, catalogue and scripts that a phone installs whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import brotli

from backend.domain.clock import now
from backend.domain.errors import Code, Kind, Refusal, missing
from backend.storage import files
from backend.storage import releases as rows
from backend.storage.database import transaction


@dataclass(frozen=True)
class Release:
    """One release; `manifest` is what the worker is given, `inputs` a fingerprint of its sources."""

    id: str
    manifest: dict[str, Any]
    inputs: str
    built_at: datetime


@dataclass(frozen=True)
class KeptFile:
    """A file that was kept: its hash and its size unpacked."""

    sha256: str
    bytes: int


def keep_file(content: bytes) -> KeptFile:
    """Keep one file of a release under the hash of its content, compressed."""
    kept = KeptFile(hashlib.sha256(content).hexdigest(), len(content))
    if files.read(f"offline/{kept.sha256}") is None:
        files.keep(f"offline/{kept.sha256}", brotli.compress(content, quality=11))
    return kept


def file(sha256: str) -> bytes:
    """Give the compressed bytes of a release's or pack's file. Raises Refusal file_not_found."""
    content = files.read(f"offline/{sha256}") if sha256.isalnum() and len(sha256) == 64 else None
    if content is None:
        raise missing(Code.FILE_NOT_FOUND)
    return content


def choose(release_id: str, manifest: dict[str, Any], *, inputs: str) -> bool:
    """Serve this release from now on; tells whether it was another one before."""
    with transaction():
        latest = rows.latest()
        row = rows.one(release_id) or rows.ReleaseRow(id=release_id, manifest=manifest, built_at=now())
        row.inputs = inputs
        if latest is None or latest.id != release_id:
            row.turn = rows.next_turn()
        rows.add(row)
    return latest is None or latest.id != release_id


def go_back(release_id: str | None, *, assets: frozenset[str]) -> Release:
    """Serve an earlier release again: the one named, or the one before.

    `assets` are the addresses of built files that this machine can serve. Raises Refusal
    release_not_found, or release_incomplete when files of that release are gone.
    """
    listed = rows.newest(limit=2)
    row = rows.one(release_id) if release_id else (listed[1] if len(listed) > 1 else None)
    if row is None:
        raise missing(Code.RELEASE_NOT_FOUND, release=release_id)
    worker = {"url": "/service-worker.js", "sha256": row.manifest["worker"]}
    needed = [worker, *row.manifest["files"]]
    lacking = [listed["url"] for listed in needed if not _is_there(listed, assets)]
    if lacking:
        raise Refusal(Kind.UNAVAILABLE, Code.RELEASE_INCOMPLETE, release=row.id, files=lacking)
    release = _release(row)
    choose(release.id, release.manifest, inputs=release.inputs)
    return release


def current() -> Release | None:
    """Give the release that is served, or None before the first is built."""
    row = rows.latest()
    return None if row is None else _release(row)


def known(limit: int = 10) -> tuple[Release, ...]:
    """Give the newest releases, the one that is served first."""
    return tuple(_release(row) for row in rows.newest(limit))


def _release(row: rows.ReleaseRow) -> Release:
    return Release(row.id, row.manifest, row.inputs, row.built_at)


def _is_there(listed: dict[str, Any], assets: frozenset[str]) -> bool:
    if listed["url"].startswith("/static/"):
        return listed["url"] in assets
    return files.read(f"offline/{listed['sha256']}") is not None
