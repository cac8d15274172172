"""Phone and server give the same answers to thousands of queries that nobody chose."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.domain.fold import fold
from backend.domain.search import find, prepare
from backend.settings import ROOT
from tests.factories.search_golden import cases, catalogue, plain

LETTERS = "aeiouyhngtcđâơưs19"


@pytest.mark.parametrize("seed", range(3))
def test_phone_and_server_agree(seed: int) -> None:
    noise = random.Random(seed)
    content = {**catalogue(), "guides": _guides(noise)}
    queries = [_query(noise, content["guides"]) for _ in range(700)]
    prepared = prepare(content)
    for query, answer in zip(queries, _asked_on_the_phone(content, queries), strict=True):
        expected = plain(query, find(prepared, query))
        hits = [[hit["code"], pytest.approx(hit["score"], abs=1e-9)] for hit in answer["hits"]]
        assert (expected["kind"], expected["hits"]) == (answer["kind"], hits), query
        assert fold(query) == answer["folded"]


def _asked_on_the_phone(content: dict[str, Any], queries: list[str]) -> list[dict[str, Any]]:
    node = Path(sys.executable).with_name("node")  # the one that is locked, not whatever the machine has
    script = ROOT / "tests" / "client" / "phone" / "answer-queries.ts"
    asked = json.dumps({"catalogue": content, "queries": queries})
    run = subprocess.run([node, script], input=asked, capture_output=True, text=True, timeout=120, check=True)
    answers: list[dict[str, Any]] = json.loads(run.stdout)
    return answers


def _guides(noise: random.Random) -> list[list[Any]]:
    guides = [guide for guide in catalogue()["guides"] if noise.random() < 0.8]
    words = [word for guide in guides for word in guide[1].split()]
    for number in range(120):
        title = " ".join(noise.choices(words, k=noise.randint(1, 14)))
        names = [" ".join(noise.choices(words, k=noise.randint(1, 4))) for _ in range(noise.randint(0, 3))]
        guides.append([f"1.95{number:04}", title, "", names, names[:1], 0, noise.randint(0, 1)])
    return guides


def _query(noise: random.Random, guides: list[list[Any]]) -> str:
    known = [case["query"] for case in cases()] + [noise.choice(guides)[1] for _ in range(20)]
    words = " ".join(noise.choices(known, k=noise.randint(1, 3))).split()
    start = noise.randint(0, len(words))
    query = " ".join(words[start : start + noise.randint(1, 12)])
    if noise.random() < 0.4:
        query = fold(query)
    if noise.random() < 0.4 and query:
        place = noise.randrange(len(query))
        query = query[:place] + noise.choice(LETTERS) + query[place + noise.randint(0, 1) :]
    return query.upper() if noise.random() < 0.1 else query
