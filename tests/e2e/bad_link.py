"""A bad road between browser and server, on loopback: it slows, cuts, changes or blocks what passes."""

from __future__ import annotations

import http.client
import sys
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, BinaryIO, Literal

Mode = Literal["whole", "html", "cut", "short", "change", "stall", "refuse", "lose"]
"""What happens: a portal's own page, half of it, a shorter body, another letter, silence, no answer, or
the server does what was asked and its reply is lost."""

PORTAL = b"<!doctype html><title>Wi-Fi</title><h1>Sign in to this network</h1>"
PIECE = 512
OF_ONE_WAY = {"connection", "keep-alive", "transfer-encoding", "content-length"}


@dataclass(frozen=True)
class Passed:
    """One request that came to the link."""

    method: str
    path: str
    body: bytes
    mode: Mode


class BadLink:
    """Stands on a port of its own and passes on to the server, as well as its mode allows."""

    def __init__(self, port: int) -> None:
        self.server_port = port
        self.passed: list[Passed] = []
        self.speed = 0
        self.delay = 0.0
        self._dropped = 0
        self._mode: Mode = "whole"
        self._paths: tuple[str, ...] = ()
        self._slow = threading.Lock()
        self._mended = threading.Event()
        self._http = _Http(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://localhost:{self._http.server_address[1]}"

    def spoil(self, mode: Mode, *paths: str) -> None:
        """From now on treat requests so whose path begins with one of these (all, when none is named)."""
        self._mode, self._paths = mode, paths
        self._mended.clear()

    def mend(self) -> None:
        """Pass everything on again, at full speed."""
        self._mode, self.speed, self.delay = "whole", 0, 0.0
        self._mended.set()

    def drop(self) -> None:
        """Break what is on its way now; later requests pass."""
        self._dropped += 1

    def spoiled(self, mode: Mode) -> list[str]:
        """Give the paths that were treated so."""
        return [passed.path for passed in self.passed if passed.mode == mode]

    def close(self) -> None:
        self.mend()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        assert self._http.errors == []

    def mode_of(self, path: str) -> Mode:
        return self._mode if not self._paths or path.startswith(self._paths) else "whole"

    def wait(self) -> None:
        self._mended.wait(60)

    def write(self, out: BinaryIO, content: bytes) -> None:
        """Write piece by piece; all connections share the speed."""
        before = self._dropped
        for start in range(0, len(content), PIECE):
            if self._dropped != before:
                return
            piece = content[start : start + PIECE]
            if speed := self.speed:
                with self._slow:
                    time.sleep(len(piece) / speed)
            out.write(piece)
            out.flush()


class _Http(ThreadingHTTPServer):
    """Remembers what went wrong in the link itself, so that the test fails and not only the connection."""

    daemon_threads = True

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.errors: list[BaseException | None] = []

    def handle_error(self, _request: object, _address: object) -> None:
        if not isinstance(sys.exception(), OSError):
            self.errors.append(sys.exception())


@dataclass
class _Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    length: int


def _ask(port: int, handler: BaseHTTPRequestHandler, body: bytes, *, plain: bool) -> _Answer:
    headers = {name: value for name, value in handler.headers.items() if name.lower() != "connection"}
    if plain:
        headers["Accept-Encoding"] = "identity"
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(handler.command, handler.path, body=body or None, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in OF_ONE_WAY]
        return _Answer(answer.status, kept, content, len(content))
    finally:
        connection.close()


def _treat(answer: _Answer, mode: Mode) -> _Answer:
    half = len(answer.body) // 2
    match mode:
        case "cut":
            answer.body = answer.body[:half]
        case "short":
            answer.body, answer.length = answer.body[:half], half
        case "change":
            answer.body = answer.body[:half] + b"#" + answer.body[half + 1 :]
    return answer


def _handler(link: BadLink) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            mode = link.mode_of(self.path)
            link.passed.append(Passed(self.command, self.path, body, mode))
            time.sleep(link.delay)
            if mode == "stall":
                link.wait()
            if mode in ("stall", "refuse"):
                return
            if mode == "html":
                self.answer(_Answer(200, [("Content-Type", "text/html")], PORTAL, len(PORTAL)))
                return
            try:
                answer = _ask(link.server_port, self, body, plain=mode in ("short", "change"))
                if mode != "lose":
                    self.answer(_treat(answer, mode))
            except (OSError, http.client.HTTPException):
                return

        def answer(self, answer: _Answer) -> None:
            self.send_response_only(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(answer.length))
            self.send_header("Connection", "close")
            self.end_headers()
            link.write(self.wfile, answer.body)

        def log_message(self, format: str, *args: object) -> None:
            return

    for method in ("GET", "HEAD", "POST", "PUT", "DELETE"):
        setattr(Handler, f"do_{method}", Handler.pass_on)
    return Handler
