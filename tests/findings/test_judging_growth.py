"""The work of judging grows with the number of claims, and not with that of their pairs: comparisons are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.align import index, profile, profiling
from claimcheck.findings import bench, judge, pairs, rivals
from claimcheck.findings.sole import Sole
from claimcheck.pipeline import extract_all
from claimcheck.read import read
from claimcheck.records import Claim, Relation
from growth import steps
from judging import claim, documents_of, rules

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
NOUNS = ("boat", "bridge", "school", "ferry", "farm")


def told(size: int) -> list[Claim]:
    """Claims of ever more harbours, each told three times over in as many documents, that all share some words."""
    return [
        claim(
            100 + number // 3 + number % 2,
            f"{'old ' if number % 5 else ''}{NOUNS[number // 3 % len(NOUNS)]}",
            document=f"{number % 3}-{number // 60}",
            at=number % 60 * 60,
            about=(f"Harbour{number // 9}",),
            terms=("vessel", "quay", f"pier{number // 30}"),
            event="build",
        )
        for number in range(size)
    ]


def work(size: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often claims are looked at in pairs while so many are judged, by how closely."""
    claims = told(size)
    return counted_while(lambda: judge(claims, documents_of(claims), rules()), monkeypatch)


def counted_while(work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """The same of any work."""
    counts: Counter[str] = Counter()

    def counted(module: Any, name: str) -> None:
        run = getattr(module, name)

        def count(*args: Any) -> Any:
            found = run(*args)
            counts[name] += len(found) if name == "totals" else 1
            return found

        patch.setattr(module, name, count)

    with monkeypatch.context() as patch:
        for module, name in ((index.Index, "totals"), (pairs.Screen, "worth"), (rivals, "begin"), (rivals, "compare")):
            counted(module, name)
        for name in ("begin", "go_on", "finish", "verdict_of"):
            counted(pairs, name)
        for module, name in ((profiling, "_profile"), (profile, "read_clause")):
            counted(module, name)
        work()
    return counts


def test_comparisons_a_claim_do_not_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = work(360, monkeypatch), work(8 * 360, monkeypatch)
    assert small["finish"] > 360
    for name, count in small.items():
        assert large[name] <= 8 * 1.1 * count, (name, count, large[name])


def told_by_all(size: int, values: int = 1) -> list[Claim]:
    """One fact, in as many documents; the last of them gives another figure each."""
    return [
        claim(
            1_234 + max(0, number + values - size),
            "boat",
            document=f"{number}",
            about=("Harbour",),
            terms=("vessel", "quay", *([f"word{number}"] if number % 2 else [])),
            event="build",
        )
        for number in range(size)
    ]


@pytest.mark.parametrize("size", [30, 300])
def test_a_fact_that_ever_so_many_tell_is_one_finding(size: int) -> None:
    claims = told_by_all(size)
    (found,) = judge(claims, documents_of(claims), rules())
    assert (found.relation, len(found.claims)) == (Relation.AGREES, size)


@pytest.mark.parametrize("size", [30, 300])
def test_the_one_that_tells_it_otherwise_is_found(size: int) -> None:
    claims = told_by_all(size, 2)
    (found,) = judge(claims, documents_of(claims), rules())
    assert found.relation is Relation.CONTRADICTS
    assert f"{size - 1}" in {claim.document for claim in found.claims}


def test_what_many_tell_takes_as_long_for_each_of_them() -> None:
    def work(size: int) -> int:
        claims = told_by_all(size, 2)
        documents = documents_of(claims)
        return steps(lambda: judge(claims, documents, rules()))

    work(20)
    assert work(800) <= 4 * 1.25 * work(200)


def test_a_claim_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = work(360, monkeypatch)
    assert counts["_profile"] == 360
    assert counts["read_clause"] <= 360


def told_of_many(size: int) -> list[Claim]:
    """Claims of ever more subjects, sixty of each, in three documents that do not follow each other by their names."""
    return [
        claim(
            100 + number // 3 + number % 2,
            NOUNS[number // 3 % len(NOUNS)],
            document=f"{number % 3}-{number // 60:03}",
            at=number % 60 * 60,
            about=(f"Harbour{number // 60}",),
            terms=(f"quay{number // 60}", f"pier{number // 60}", f"crane{number // 9}"),
            event="build",
        )
        for number in range(size)
    ]


def most_held(size: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """The most claims that anything read is kept of at one time, while so many are judged."""
    held = 0

    def counted(profiles: Any, pairs: Any, *args: Any) -> Any:
        nonlocal held
        found = run(profiles, pairs, *args)
        held = max(held, sum(bool(one.facts) for one in profiles))
        return found

    run = bench.judge_pairs
    with monkeypatch.context() as patch:
        patch.setattr(bench, "judge_pairs", counted)
        claims = told_of_many(size)
        judge(claims, documents_of(claims), rules())
    return held


def test_what_is_read_of_claims_is_let_go_when_their_subject_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = most_held(360, monkeypatch), most_held(4 * 360, monkeypatch)
    assert 0 < large <= 1.1 * small < 360


def test_what_a_sentence_counts_beside_its_figure_is_looked_up() -> None:
    def work(size: int) -> int:
        texts = [[claim(100 + at, f"thing{at}", document=side, at=at * 60) for at in range(size)] for side in "ab"]
        claims = [one for text in texts for one in text]
        made = profiling.profiles(claims, documents_of(claims), rules().lexicon)
        sole = Sole(made)
        return steps(lambda: [sole.given(made[at], made[at + size]) for at in range(size)])

    assert work(400) <= 4 * 1.25 * work(100)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not in this installation")
def test_few_pairs_of_real_texts_need_all_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    found = extract_all([read(path) for path in sorted(SEEDS.glob("*.md"))], rules().lexicon)
    counts = counted_while(lambda: judge(found.claims, found.documents, rules()), monkeypatch)
    assert counts["worth"] < 15 * len(found.claims)
    assert counts["begin"] < 2 * len(found.claims)
    assert counts["finish"] < 1.0 * len(found.claims)
