"""Chromium as a phone has it: one folder that outlives the browser, opened cold each time."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Playwright

PHONE = {"width": 360, "height": 740}
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]


def open_browser(
    driver: Playwright, folder: Path, *, args: list[str] | None = None, **options: Any
) -> BrowserContext:
    """Open the browser on this folder; closing and opening it again is a cold start."""
    context = driver.chromium.launch_persistent_context(
        str(folder),
        executable_path=shutil.which("chromium"),
        args=[*QUIET, *(args or [])],
        viewport=PHONE,
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
        locale="vi-VN",
        **options,
    )
    context.set_default_timeout(15_000)
    return context


def kill_browser(folder: Path) -> None:
    """End the browser on this folder at once, as a phone short of memory does."""
    lock = folder / "SingletonLock"
    process = int(os.readlink(lock).rsplit("-", 1)[1])
    os.kill(process, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while _lives(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    lock.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
