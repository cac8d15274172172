"""What is really on the phone: its caches and its database, read past the app."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = (await cache.keys()).map((request) => new URL(request.url).pathname).sort();
  }
  return found;
}"""

ROWS = """async ([store, row]) => {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'tiepsuc')) return [];
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await settled(indexedDB.open('tiepsuc'));
  try {
    const opened = database.transaction(store, row ? 'readwrite' : 'readonly').objectStore(store);
    if (row) await settled(opened.put(row));
    return await settled(opened.getAll());
  } finally {
    database.close();
  }
}"""

RELEASE = """async () => {
  const text = await (await fetch('/service-worker.js')).text();
  return JSON.parse(text.slice('self.RELEASE='.length, text.indexOf(';\\n')));
}"""


def caches(page: Page) -> dict[str, list[str]]:
    """Give the addresses in each cache by its name."""
    found: dict[str, list[str]] = page.evaluate(CACHES)
    return found


def rows(page: Page, store: str) -> list[dict[str, Any]]:
    """Give all rows of one store of the phone's database."""
    found: list[dict[str, Any]] = page.evaluate(ROWS, [store, None])
    return found


def put_row(page: Page, store: str, row: dict[str, Any]) -> None:
    """Write a row as another release might have left it."""
    page.evaluate(ROWS, [store, row])


def kept_packs(page: Page) -> list[tuple[str, str]]:
    """Give pack and language of every pack on the phone."""
    return [(row["pack"], row["language"]) for row in rows(page, "packs")]


def served_release(page: Page) -> dict[str, Any]:
    """Give the release that the server offers now, as the worker is told."""
    found: dict[str, Any] = page.evaluate(RELEASE)
    return found
