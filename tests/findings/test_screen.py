"""Leaving out pairs that no verdict can come of before they are compared changes no finding."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from claimcheck.align import same_thing
from claimcheck.align.links import Links
from claimcheck.findings import judge, screen
from claimcheck.pipeline import extract_all, shipped_rules
from claimcheck.read import read
from claimcheck.records import Document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DOCS = Path(__file__).resolve().parents[2] / "docs"

_WHO = ("The Harbour Trust", "Kelda Council", "The port", "Marrow Bay", "The council")
_DONE = ("repaired", "counted", "bought", "closed", "trained", "plans to build", "opened")
_WHAT = ("bridges", "fishing boats", "people", "divers", "schools", "rural schools", "km of track", "tonnes of steel")
_WHEN = ("", "in 2021", "in 2022", "on 3 May 2022", "so far", "by March 2023", "since 2019")


def _documents(seed: int) -> list[Document]:
    dice = random.Random(seed)
    made = []
    for number in range(5):
        sentences = [
            f"{dice.choice(_WHO)} {dice.choice(_DONE)} {dice.choice((12, 14, 120, 1450))} {dice.choice(_WHAT)}"
            f" {dice.choice(_WHEN)}".rstrip()
            + "."
            for _ in range(12)
        ]
        made.append(Document.from_text(" ".join(sentences), id=f"{number}.txt"))
    return made


def _both_ways(documents: list[Document], monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """Judge with all screens and without any; the findings must be the same. How many pairs were screened, and not."""
    rules = shipped_rules()
    found = extract_all(documents, rules.lexicon)
    counts = [0, 0]
    of, hopeless, reaches = Links.of, screen.hopeless, screen.Screen.reaches

    def linked(links: Links, at: int, others: set[int]) -> list[int]:
        kept = list(of(links, at, others))
        counts[0] += len(others) - len(kept)
        return kept

    def hopes(*args: Any) -> bool:
        out = hopeless(*args)
        counts[0] += out
        return out

    def counted(*args: Any, **named: Any) -> bool:
        out = reaches(*args, **named)
        counts[out] += 1
        return out

    monkeypatch.setattr(Links, "of", linked)
    monkeypatch.setattr(screen, "hopeless", hopes)
    monkeypatch.setattr(screen.Screen, "reaches", counted)
    screened = judge(found.claims, found.documents, rules)
    monkeypatch.setattr(Links, "of", lambda self, at, others: others)
    monkeypatch.setattr(screen, "hopeless", lambda *_: False)
    monkeypatch.setattr(screen.Screen, "reaches", lambda *_, **__: True)
    monkeypatch.setattr(screen.Screen, "futile", lambda *_: False)
    monkeypatch.setattr(screen.Screen, "may_meet", lambda *_: True)
    monkeypatch.setattr(screen.Screen, "may_reach", lambda *_: True)
    monkeypatch.setattr(same_thing, "two_things", lambda *_: False)
    monkeypatch.setattr(same_thing, "plainly_same", lambda *_: False)
    assert screened == judge(found.claims, found.documents, rules)
    return counts[0], counts[1]


@pytest.mark.parametrize("seed", range(6))
def test_screening_changes_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    screened, compared = _both_ways(_documents(seed), monkeypatch)
    assert screened
    assert compared


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not in this installation")
def test_screening_changes_nothing_in_real_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    screened, compared = _both_ways([read(path) for path in sorted(SEEDS.glob("*.md"))[:3]], monkeypatch)
    assert screened
    assert compared


@pytest.mark.skipif(not DOCS.is_dir(), reason="the documentation is not in this installation")
def test_screening_changes_nothing_in_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [read(DOCS / name) for name in ("claims.md", "judging.md", "rules/falling-total.md")]
    screened, compared = _both_ways([*pages, _page()], monkeypatch)
    assert screened
    assert compared


def _page() -> Document:
    """A page of what programs need and print: tables, lists, blocks of code, versions of several products."""
    rows = "\n".join(f"| `limit_{name}` | {value} | at most {value} jobs |" for name, value in _LIMITS)
    items = "\n".join(f"- {name}: needs {what} {value}.4 or newer, runs {value} jobs" for name, value, what in _NEEDS)
    code = "\n".join(f"    run --jobs {value}  # {value} jobs" for _, value in _LIMITS)
    text = f"# Jobs\n\n| setting | default | meaning |\n| --- | --- | --- |\n{rows}\n\n{items}\n\n```\n{code}\n```\n"
    return Document.from_text(text, id="docs/jobs.md")


_LIMITS = (("red", 4), ("blue", 8), ("green", 4), ("grey", 16))
_NEEDS = (("Red", 3, "Python"), ("Blue", 5, "Django"), ("Green", 3, "Python"), ("Grey", 8, "PHP"))
