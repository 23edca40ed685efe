"""A real collection of articles and interviews, marked by hand: what of its figures is read, where the text is at hand.

`articles.jsonl` holds for each figure and date of the running text where it stands, and in a few words what it tells
of whom and when. Two readers agree on such words in three quarters of the cases, so the floors are no goals: they keep
what is reached.
"""

from __future__ import annotations

import json
import pathlib
import re
from typing import Any

import pytest

import claimcheck

HERE = pathlib.Path(__file__).parent
TEXT = HERE.parents[2] / "shared" / "seeds" / "004_fbd602585b3c64db.txt"
FLOORS = {"found": 0.94, "measure": 0.46, "about": 0.63}
PLAIN = frozenset({"the", "a", "an", "of", "in", "on", "to", "for", "by", "and", "with", "as", "at", "from"})


def words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in PLAIN}


def alike(wanted: set[str], got: set[str]) -> float:
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


@pytest.mark.skipif(not TEXT.is_file(), reason="the articles are not at hand")
def test_articles_are_read_as_well_as_before() -> None:
    with TEXT.open(encoding="utf-8", newline="") as opened:
        claims = claimcheck.extract(claimcheck.Document.from_text(opened.read(), id="articles"))
    lines = (HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows: list[dict[str, Any]] = [row for row in map(json.loads, lines) if row["kind"] != "year-name"]
    reached = dict.fromkeys(FLOORS, 0.0)
    for row in rows:
        near = [one for one in claims if one.span.start < row["end"] and row["start"] < one.span.end]
        if near:
            best = max(near, key=lambda one: min(row["end"], one.span.end) - max(row["start"], one.span.start))
            reached["found"] += 1
            reached["measure"] += alike(words(row["measure"]), words(best.measure))
            reached["about"] += alike(set(row["about"]), set(best.about))
    share = {key: value / (len(rows) if key == "found" else reached["found"]) for key, value in reached.items()}
    assert all(share[key] >= floor for key, floor in FLOORS.items()), share
