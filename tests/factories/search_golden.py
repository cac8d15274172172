"""The golden file of search: `python -m tests.factories.search_golden` writes its answers anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backend.domain.search import Answer, find, prepare

SHARED = Path(__file__).parents[1] / "shared" / "search"


def catalogue() -> dict[str, Any]:
    """Give the small invented catalogue that the golden answers are about."""
    content: dict[str, Any] = json.loads((SHARED / "catalogue.json").read_text(encoding="utf-8"))
    return content


def cases() -> list[dict[str, Any]]:
    """Give queries with their answers."""
    content: list[dict[str, Any]] = json.loads((SHARED / "golden.json").read_text(encoding="utf-8"))
    return content


def plain(query: str, answer: Answer) -> dict[str, Any]:
    """Give an answer as the golden file holds it."""
    hits = [[hit.code, hit.score] for hit in answer.hits]
    return {"query": query, "kind": answer.kind.value, "hits": hits}


def main() -> None:
    """Write the answers to all queries of the golden file."""
    prepared = prepare(catalogue())
    rows = [plain(case["query"], find(prepared, case["query"])) for case in cases()]
    lines = ",\n".join(" " + json.dumps(row, ensure_ascii=False) for row in rows)
    (SHARED / "golden.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
