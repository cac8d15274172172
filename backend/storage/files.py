"""Bytes under a name that never changes its content, in a local folder or an S3 bucket."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

import obstore
from flask import Flask, current_app
from obstore.exceptions import AlreadyExistsError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url


def connect(app: Flask, files_url: str) -> None:
    """Attach the object store to the app; a local folder is made when it is missing."""
    parts = urlsplit(files_url)
    if parts.scheme == "file":
        folder = Path(unquote(parts.path))
        folder.mkdir(parents=True, exist_ok=True)
        app.extensions["files"] = LocalStore(folder)
        app.extensions["files_folder"] = folder
    else:
        app.extensions["files"] = from_url(files_url)
        app.extensions["files_folder"] = None


def keep(name: str, content: bytes) -> None:
    """Store bytes under a name, durably. A name that exists keeps its first bytes."""
    try:
        obstore.put(_store(), name, content, mode="create")
    except AlreadyExistsError:
        return
    folder = current_app.extensions["files_folder"]
    if folder is not None:
        _sync(folder / name)


def read(name: str) -> bytes | None:
    """Give the bytes kept under a name, or None."""
    try:
        return bytes(obstore.get(_store(), name).bytes())
    except (NotFoundError, FileNotFoundError):
        return None


def has(name: str) -> bool:
    """Tell whether bytes are kept under a name."""
    try:
        obstore.head(_store(), name)
    except (NotFoundError, FileNotFoundError):
        return False
    return True


def _store() -> ObjectStore:
    return cast(ObjectStore, current_app.extensions["files"])


def _sync(path: Path) -> None:
    """Wait until the disk has the file and its folder; the object store library does not."""
    for target in (path, path.parent):
        handle = os.open(target, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
