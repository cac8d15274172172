"""A guide from the phone, server gone and browser fresh, against the same HTML from a ten-line worker."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, sync_playwright

from tests.e2e.server import Server

RUNS = 7
PATH = "/vi/guides/1.001193"
SLOWDOWNS = (4, 6)
SCRIPT = "/* ten kilobytes */" + "export const x=[" + "0," * 5000 + "];"
TEN_LINES = """
const PAGE = 'page';
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(PAGE).then((cache) => cache.addAll(['/page', '/script.js'])));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const kept = caches.open(PAGE).then((cache) => cache.match(event.request));
  event.respondWith(kept.then((found) => found ?? fetch(event.request)));
});
"""


class Simple(BaseHTTPRequestHandler):
    """Serves the ten-line worker, one page and one script."""

    page = b""

    def do_GET(self) -> None:
        answers = {
            "/page": ("text/html; charset=utf-8", self.page),
            "/script.js": ("text/javascript", SCRIPT.encode()),
            "/worker.js": ("text/javascript", TEN_LINES.encode()),
        }
        kind, body = answers.get(self.path, ("text/plain", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def main() -> None:
    """Prepare a profile that has both sites, end both servers, and measure them in turn."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "home")
        server.home.mkdir()
        server.command("prepare")
        server.start()
        simple = prepare_simple(server)
        with sync_playwright() as driver:
            profile = str(Path(folder) / "profile")
            addresses = visit_both(opened(driver, profile), server, simple)
            server.kill()
            simple.shutdown()
            simple.server_close()
            for slowdown in SLOWDOWNS:
                measure(driver, profile, addresses, slowdown)


def prepare_simple(server: Server) -> ThreadingHTTPServer:
    """Serve the same HTML whole, its style inside, with a script of 10 kB instead of ours."""
    html = fetched(server.address + PATH)
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)">', html)
    html = re.sub(r"<link [^>]*>|<script [^>]*></script>", "", html)
    head, _, rest = html.partition("<head>")
    own = f'<style>{fetched(server.address + style)}</style><script type="module" src="/script.js"></script>'
    Simple.page = f"{head}<head>{own}{rest}".encode()
    simple = ThreadingHTTPServer(("127.0.0.1", 0), Simple)
    threading.Thread(target=simple.serve_forever, daemon=True).start()
    return simple


def fetched(address: str) -> str:
    """Give the text at an address."""
    with urlopen(address) as answer:
        text: str = answer.read().decode()
    return text


def visit_both(context: BrowserContext, server: Server, simple: ThreadingHTTPServer) -> dict[str, str]:
    """Let one profile keep both sites; gives the addresses to open later."""
    page = context.new_page()
    page.goto(server.address + "/vi/phone")
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload()
    page.locator('[data-key] [data-ref="pack-list.download"]').first.click()
    page.locator('[data-key] [data-ref="pack-list.remove"]').first.wait_for()
    small = f"http://localhost:{simple.server_address[1]}/page"
    page.goto(small)
    page.evaluate(
        "navigator.serviceWorker.register('/worker.js')"
        ".then(() => navigator.serviceWorker.ready).then(() => undefined)"
    )
    page.reload()
    context.close()
    return {"Tiếp Sức": server.address + PATH, "ten lines": small}


def measure(driver: Any, profile: str, addresses: dict[str, str], slowdown: int) -> None:
    """Open each address from a fresh browser, in turn, and print medians and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in addresses}
    for _ in range(RUNS):
        for name, address in addresses.items():
            times[name].append(one(driver, profile, address, slowdown))
    ours, theirs = (median(times[name]) for name in addresses)
    print(f"| CPU {slowdown}× slower | {ours:.0f} ms | {theirs:.0f} ms | {ours / theirs:.2f} |", flush=True)


def one(driver: Any, profile: str, address: str, slowdown: int) -> float:
    """Give the milliseconds from the tap to the first paint with text."""
    context = opened(driver, profile)
    try:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.goto(address, wait_until="load")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        painted = page.evaluate(
            "JSON.stringify(performance.getEntriesByName('first-contentful-paint').map((e) => e.startTime))"
        )
        assert "1.001193" in page.content()
        return float(json.loads(painted)[0])
    finally:
        context.close()


def opened(driver: Any, profile: str) -> BrowserContext:
    """Open a browser on this profile."""
    context: BrowserContext = driver.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox", "--disable-background-networking", "--no-first-run"],
        viewport={"width": 360, "height": 740},
    )
    return context


if __name__ == "__main__":
    main()
