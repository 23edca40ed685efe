"""Small sets of documents whose contradictions, agreements and traps are known.

A contradiction is found when one finding has a claim on the figures of both its sides; every other contradiction
reported is false, for each set's list of contradictions is complete. A trap is a pair that looks like a contradiction
and is none; it is sprung when a contradiction joins the two.

As a script, `python tests/judging/test_sets.py` prints the counts of each set; `--show` also what is wrong in it.
"""

from __future__ import annotations

import argparse
import pathlib
import tomllib
from functools import cache
from typing import Any

import pytest

from claimcheck.pipeline import check
from claimcheck.read import read
from claimcheck.records import Claim, Document, Finding, Relation

HERE = pathlib.Path(__file__).resolve().parent
NAMES = sorted(folder.name for folder in (HERE / "sets").iterdir() if folder.is_dir())

# What is reached over all sets, less a small margin: found contradictions and agreements at least, the others at most.
FLOORS = {"found": 10, "agreed": 37}
CEILINGS = {"false": 7, "sprung": 5}


@cache
def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / "sets" / name / "expected.toml").read_text(encoding="utf-8"))


@cache
def judged(name: str) -> tuple[dict[str, Document], tuple[Finding, ...]]:
    folder = HERE / "sets" / name
    documents = {file: read(folder / file) for file in expected(name)["documents"]}
    return documents, tuple(check(list(documents.values())).findings)


def place(text: str, entry: dict[str, Any]) -> tuple[int, int]:
    """Where the figure of an entry stands in the text: inside the quotation, which occurs once."""
    assert text.count(entry["quote"]) == 1, entry
    assert entry["figure"] in entry["quote"], entry
    # The last one: in a row of a table the same digits may stand in an earlier cell.
    start = text.index(entry["quote"]) + entry["quote"].rindex(entry["figure"])
    return start, start + len(entry["figure"])


def covered(name: str, finding: Finding, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries on whose figure the finding has a claim."""
    documents, _ = judged(name)
    hit = []
    for entry in entries:
        start, end = place(documents[entry["file"]].text, entry)
        if any(
            claim.document == documents[entry["file"]].id and claim.span.start < end and start < claim.span.end
            for claim in finding.claims
        ):
            hit.append(entry)
    return hit


@cache
def tally(name: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """The counts of one set, and what is wrong in words."""
    gold = expected(name)
    _, findings = judged(name)
    flagged = [finding for finding in findings if finding.relation is Relation.CONTRADICTS]
    agreed = [finding for finding in findings if finding.relation is Relation.AGREES]
    counts = {"contradictions": len(gold["contradiction"]), "agreements": len(gold["agreement"])}
    counts |= {"traps": len(gold["trap"]), "found": 0, "agreed": 0, "sprung": 0, "false": 0, "flagged": len(flagged)}
    wrong: list[str] = []
    true = set()
    for item in gold["contradiction"]:
        hits = [f for f in flagged if len({entry["side"] for entry in covered(name, f, item["docs"])}) > 1]
        true.update(map(id, hits))
        counts["found"] += bool(hits)
        if not hits:
            wrong.append(f"missed: {item['about']} ({item['why']})")
    for item in gold["agreement"]:
        hits = [f for f in agreed if len(covered(name, f, item["docs"])) > 1]
        counts["agreed"] += bool(hits)
        if not hits:
            wrong.append(f"not agreed: {item['about']}")
    for item in gold["trap"]:
        hits = [f for f in flagged if len(covered(name, f, item["docs"])) > 1]
        counts["sprung"] += bool(hits)
        if hits:
            wrong.append(f"SPRUNG: {item['about']}: {hits[0].message}")
    for finding in flagged:
        if id(finding) not in true:
            counts["false"] += 1
            wrong.append(f"FALSE {finding.rule}: {finding.message}")
    return counts, tuple(wrong)


def total(key: str) -> int:
    return sum(tally(name)[0][key] for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_material_is_sound(name):
    gold = expected(name)
    documents, _ = judged(name)
    assert 3 <= len(documents) <= 6
    assert 2 <= len(gold["contradiction"]) <= 6
    assert len(gold["agreement"]) >= 5
    assert len(gold["trap"]) >= 6
    for item in [*gold["contradiction"], *gold["agreement"], *gold["trap"]]:
        for entry in item["docs"]:
            place(documents[entry["file"]].text, entry)


@pytest.mark.parametrize("key", sorted(FLOORS))
def test_found(key):
    assert total(key) >= FLOORS[key]


@pytest.mark.parametrize("key", sorted(CEILINGS))
def test_wrong(key):
    assert total(key) <= CEILINGS[key]


def describe(claim: Claim) -> str:
    when = f"{claim.when.start}..{claim.when.end}" if claim.when else "-"
    return (
        f"    {claim.document.rsplit('/', 1)[-1]}: {claim.text!r} {claim.kind.value} measure={claim.measure!r} "
        f"about={claim.about} when={when} event={claim.event!r} {claim.status.value} scope={claim.scope}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--claims", metavar="SET", help="print the claims read from a set")
    args = parser.parse_args()
    if args.claims:
        for claim in check(list(judged(args.claims)[0].values())).claims:
            print(describe(claim))
        return
    for name in NAMES:
        counts, wrong = tally(name)
        print(
            f"{name:10} found {counts['found']}/{counts['contradictions']}, "
            f"agreed {counts['agreed']}/{counts['agreements']}, "
            f"sprung {counts['sprung']}/{counts['traps']}, false {counts['false']} of {counts['flagged']}"
        )
        if args.show:
            for line in wrong:
                print("   ", line)
    print({key: total(key) for key in tally(NAMES[0])[0]})


if __name__ == "__main__":
    main()
