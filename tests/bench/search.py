"""How well and how fast search answers: `python -m tests.bench.search` prints both tables."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from backend.domain.search import find, prepare
from backend.settings import ROOT
from tests.factories.reference_catalogue import OUR_QUERIES, THEIR_QUERIES, asked, reference_catalogue
from tests.factories.search_figures import figures

ROUNDS = 5
"""Each time is the best of some rounds, so that other work on the machine does not count."""

SLOW_PHONE = 6
"""How many times slower than this machine a cheap phone is taken to be."""


def main() -> None:
    """Print both tables."""
    reference = Path(os.environ.get("TIEPSUC_REFERENCE") or ROOT.parent / "shared" / "data")
    catalogue = reference_catalogue(reference)
    ours, theirs = asked(OUR_QUERIES), asked(reference / THEIR_QUERIES)
    prepared = prepare(catalogue)
    ready = _best(lambda: prepare(catalogue))
    print(f"{len(catalogue['guides'])} guides.\n")
    print("| queries | in the first three | asked back where expected | nothing found where nothing fits |")
    print("| --- | --- | --- | --- |")
    for name, items in {
        "shared, colloquial": theirs,
        "ours, tuned on": [item for item in ours if item["set"] == "tune"],
        "ours, held out": [item for item in ours if item["set"] == "held_out"],
    }.items():
        got = figures(prepared, items)
        nothing = got.unanswerable - len(got.wrongly_found)
        asked_back = got.ask_back - len(got.not_asked_back)
        share = f"{got.in_first_three} of {got.answerable} ({got.in_first_three / got.answerable:.0%})"
        print(f"| {name} | {share} | {asked_back} of {got.ask_back} | {nothing} of {got.unanswerable} |")
    queries = [item["query"] for item in ours + theirs]
    print(
        f"\n| where | prepare once | a query, median | slowest of {len(queries)} |\n| --- | --- | --- | --- |"
    )
    _row("server", ready, [_best(lambda query=query: find(prepared, query)) for query in queries])
    phone = _on_the_phone(catalogue, queries)
    _row("the phone's script in Node", phone["prepare"], phone["queries"])
    slower = [time * SLOW_PHONE for time in phone["queries"]]
    _row(f"the same, {SLOW_PHONE} times slower", phone["prepare"] * SLOW_PHONE, slower)


def _best(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        run()
        times.append((process_time() - began) * 1000)
    return min(times)


def _on_the_phone(catalogue: dict[str, Any], queries: list[str]) -> dict[str, Any]:
    script = [Path(sys.executable).with_name("node"), ROOT / "tests" / "bench" / "search.ts"]
    asked = json.dumps({"catalogue": catalogue, "queries": queries})
    run = subprocess.run(script, input=asked, capture_output=True, text=True, check=True, timeout=300)
    times: dict[str, Any] = json.loads(run.stdout)
    return times


def _row(where: str, ready: float, times: list[float]) -> None:
    print(f"| {where} | {ready:.0f} ms | {statistics.median(times):.1f} ms | {max(times):.1f} ms |")


if __name__ == "__main__":
    main()
