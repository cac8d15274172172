"""Every code, cause, fact and state that can reach a phone's lists has a sentence there."""

from __future__ import annotations

import re
from pathlib import Path

from backend.domain.dossiers import State
from backend.domain.errors import Code
from backend.settings import ROOT

RECEIVING = ("backend/domain/submissions", "backend/domain/sealing.py", "backend/domain/answers")
ALSO_REFUSE = {Code.COMMUNE_NOT_FOUND, Code.FORM_NOT_FOUND, Code.FORM_VERSION_NOT_FOUND, Code.FORM_WITHDRAWN}
ALSO_REFUSE |= {Code.DOSSIER_CLOSED, Code.PHONE_SECRET_WRONG}
NO_REFUSAL = {Code.SUBMISSION_NOT_FOUND, Code.DOSSIER_NOT_FOUND, Code.TOO_MANY_SUBMISSIONS}
"""Not found is an answer to who asks for a receipt; too many means later."""

PHONE = ROOT / "static" / "src"
FACT = re.compile(r"fact\([^;]*?'([a-z_]+)'(?:, [\w.]+)?\)|withFact\([^;]*?'([a-z_]+)'|fact: '([a-z_]+)'")


def states(template: str, words: str) -> set[str]:
    """Give the states of a list of sentences in a template."""
    text = (ROOT / "templates" / template).read_text(encoding="utf-8")
    block = text.partition(f'data-ref="{words}"')[2].partition("</div>")[0]
    found = set(re.findall(r'data-state="([\w-]+)"', block))
    assert found, words
    return found


def test_every_refusal_of_a_submission_has_its_reason_in_words() -> None:
    sources = [path for name in RECEIVING for path in (ROOT / name, *sorted((ROOT / name).rglob("*.py")))]
    named = {
        Code[name]
        for path in sources
        if path.is_file()
        for name in re.findall(r"Code\.([A-Z_]+)", path.read_text(encoding="utf-8"))
    }
    own = set(re.findall(r"code: '([a-z_]+)'", (PHONE / "sync" / "outcome.ts").read_text(encoding="utf-8")))
    assert {"too_large", "unreadable"} <= own
    wanted = {code.value for code in (named | ALSO_REFUSE) - NO_REFUSAL} | own
    assert not wanted - states("outbox/words.html", "words.reason")


def test_every_cause_of_waiting_has_words() -> None:
    outcome = (PHONE / "sync" / "outcome.ts").read_text(encoding="utf-8")
    causes = set(re.findall(r"'([a-z_]+)'", outcome.partition("export type Cause =")[2].partition(";")[0]))
    assert "no_network" in causes
    assert not causes - states("outbox/words.html", "words.why")
    assert not causes - states("macros/sending.html", "words.fact")


def test_every_fact_has_words() -> None:
    named = {
        name
        for path in _scripts()
        for match in FACT.findall(path.read_text(encoding="utf-8"))
        for name in match
        if name
    }
    assert {"started", "queued", "sent", "received", "refused", "edited"} <= named
    assert not named - states("macros/sending.html", "words.fact")


def test_every_state_at_the_desk_has_words() -> None:
    wanted = {state.value for state in State}
    assert not wanted - states("outbox/words.html", "words.desk")
    assert not wanted - states("macros/sending.html", "words.fact")


def _scripts() -> list[Path]:
    return sorted((PHONE / "phone").rglob("*.ts")) + sorted((PHONE / "sync").rglob("*.ts"))
