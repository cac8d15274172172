"""Do pages still answer at once while twenty phones on weak lines send a few bytes at a time?"""

from __future__ import annotations

import json
import socket
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from urllib.request import urlopen
from uuid import uuid4

from tests.e2e.server import Server
from tests.factories.phone import secret

PHONES, PAGES = 20, 60
PIECE, PAUSE = 400, 0.1
PATHS = ("/vi/", "/vi/guides/1.001193", "/api/v1/keys")


def main() -> None:
    """Measure on a real gunicorn with one worker, half of what `make run` starts."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "home")
        server.command("prepare")
        server.start()
        try:
            report(server, "nobody sends", 0)
            report(server, f"{PHONES} phones send 4 kB/s each", PHONES)
        finally:
            server.kill()


def report(server: Server, what: str, phones: int) -> None:
    """Print how long pages take while so many phones send."""
    answers: list[str] = []
    sending = [threading.Thread(target=trickle, args=(server.port, answers)) for _ in range(phones)]
    for thread in sending:
        thread.start()
    time.sleep(1 if sending else 0)
    taken = [page(server, PATHS[number % len(PATHS)]) for number in range(PAGES)]
    still = sum(thread.is_alive() for thread in sending)
    for thread in sending:
        thread.join()
    ended = f"{still} were still sending, then {len(answers)} got their answer" if phones else ""
    print(f"| {what} | {median(taken):.0f} ms | {max(taken):.0f} ms | {ended} |", flush=True)


def page(server: Server, path: str) -> float:
    """Fetch a page; gives the milliseconds."""
    started = time.perf_counter()
    with urlopen(server.address + path, timeout=30) as answer:
        answer.read()
    return (time.perf_counter() - started) * 1000


def trickle(port: int, answers: list[str]) -> None:
    """Send one body slowly, as over a line that hardly carries anything, and note the answer."""
    body = json.dumps({"sealed": "x" * 90_000}).encode()
    head = (
        f"PUT /api/v1/submissions/{uuid4()} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Authorization: Bearer {secret()}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("localhost", port), timeout=60) as line:
        line.sendall(head.encode())
        for start in range(0, len(body), PIECE):
            line.sendall(body[start : start + PIECE])
            time.sleep(PAUSE)
        answers.append(line.makefile("rb").readline().decode().split()[1])


if __name__ == "__main__":
    main()
