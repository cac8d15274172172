"""Scripts hold no sentences, and every hook they need stands in a template."""

from __future__ import annotations

import re
from pathlib import Path

from backend.settings import ROOT

TEXT = re.compile(r"'((?:[^'\\\n]|\\.)*)'|\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,} [^\W\d_]{2,}")
VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
HOOK = re.compile(r"['\"]([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)['\"]")


def scripts(project_files: list[Path]) -> dict[Path, str]:
    """Give the text of every script of page and worker, without comments."""
    found = {}
    for path in project_files:
        if path.suffix == ".ts" and path.parts[0] in ("static", "service_worker"):
            text = (ROOT / path).read_text(encoding="utf-8")
            found[path] = re.sub(r"/\*.*?\*/|(?<![:'\"`])//[^\n]*", "", text, flags=re.DOTALL)
    return found


def test_no_sentence_stands_in_a_script(project_files: list[Path]) -> None:
    found = {}
    for path, text in scripts(project_files).items():
        thrown = re.sub(r"new \w*Error\([^;]*;|throw [^;]*;", "", text)
        for match in TEXT.finditer(thrown):
            words = re.sub(r"\$\{[^}]*\}", "", next(part for part in match.groups() if part is not None))
            if SENTENCE.search(words) or (len(words) > 2 and VIETNAMESE.search(words)):
                found[str(path)] = words
    assert not found


def test_only_one_module_makes_elements(project_files: list[Path]) -> None:
    made = re.compile(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createElement|document\.write)\b")
    makers = {path.name for path, text in scripts(project_files).items() if made.search(text)}
    assert makers <= {"stamp.ts"}


def test_every_hook_of_a_script_stands_in_a_template(project_files: list[Path]) -> None:
    templates = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html"))
    hooks = {hook for text in scripts(project_files).values() for hook in HOOK.findall(text)}
    parts = {path.stem for path in scripts(project_files) if path.parent.name == "parts"}
    named = {hook for hook in hooks if hook.split(".")[0] in parts or hook.startswith("announce.")}
    assert named
    assert not {hook for hook in named if f'"{hook}"' not in templates and f" {hook}" not in templates}
