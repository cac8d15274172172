"""The real server in a process of its own, on a free port, with a home of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from backend.settings import ROOT

UNSAFE_PORTS = {5060, 5061}
"""Ports that browsers refuse to speak to."""


class Server:
    """One server that a test can stop, start again on the same port, and rebuild."""

    def __init__(self, home: Path, *, dist: Path | None = None) -> None:
        self.home = home
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {
            **os.environ,
            "TIEPSUC_HOME": str(home),
            "TIEPSUC_DIST": str(dist or os.environ.get("TIEPSUC_DIST") or ROOT / "static" / "dist"),
            "PORT": str(self.port),
            "LOG_LEVEL": "warning",
        }

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def command(self, *arguments: str) -> str:
        """Run a `tiepsuc` command on this home and give what it printed."""
        run = subprocess.run(
            [sys.executable, "-m", "backend", *arguments],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return run.stdout

    def start(self) -> None:
        """Start and wait until pages are answered."""
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "-w", "1", "backend.wsgi:app"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.address}/health/alive", timeout=1):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        self.kill()
        raise RuntimeError((self.home / "server.log").read_text())

    def kill(self) -> None:
        """End the server at once, as a power cut would; only processes that it started itself."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def _free_port() -> int:
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        if port not in UNSAFE_PORTS:
            return port
