"""Key files: one for each key, written once, readable by the owner only, in a folder of their own."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

from flask import Flask, current_app


def connect(app: Flask, folder: Path) -> None:
    """Attach the folder of keys to the app; it is made when the first key is."""
    app.extensions["keys_folder"] = folder


def folder() -> Path:
    """Give the folder of keys."""
    path: Path = current_app.extensions["keys_folder"]
    return path


def names() -> tuple[str, ...]:
    """Give the names of all key files in order. Files never change, so equal names mean equal keys."""
    try:
        return tuple(sorted(name for name in os.listdir(folder()) if name.endswith(".json")))
    except FileNotFoundError:
        return ()


def read(name: str) -> Any:
    """Give the JSON value of a key file. Raises OSError or ValueError when it cannot be read."""
    return json.loads((folder() / name).read_text(encoding="utf-8"))


def write(name: str, content: dict[str, Any]) -> None:
    """Write a key file whole or not at all, and wait until the disk has it.

    The name must not exist: a key that is replaced is a key that is lost.
    """
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder() / f".{name}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, folder() / name)
    finally:
        draft.unlink()
    _sync(folder())


def open_to_others() -> tuple[str, ...]:
    """Give the names of the key files, and "." for the folder, that others than the owner may use."""
    paths = [folder(), *(folder() / name for name in names())]
    return tuple(
        "." if path == folder() else path.name
        for path in paths
        if path.exists() and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    )


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
