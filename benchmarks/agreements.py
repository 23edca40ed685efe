#!/usr/bin/env python3
"""Work out the scorecard of agreements from labelled texts, and say how it does on texts left out.

    python benchmarks/agreements.py [--write] [--pairs FILE…]

The way is that of scorecards.py: a row is a pair of figures that can both be so and that nothing forbids to be of one
thing, and it is right where its texts are marked `agree`, wrong where they are marked `neither`. Pairs marked
`contradict` tell nothing, since their other figures may well agree. The card is worked out from short texts alone, as
no list of what agrees in longer documents is complete; what it finds in labelled/sets/ is counted all the same, beside
what is not listed there.
--write puts the weights worked out from all into the lexicon. Needs scikit-learn (`pip install 'claimcheck[fit]'`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

import claimcheck
from claimcheck import Document
from claimcheck.align import Comparison, Profile
from claimcheck.compare import Verdict
from claimcheck.findings import pairs
from claimcheck.findings.evidence import agreement_signs
from claimcheck.findings.scorecard import Scorecard
from scorecards import CARDS, FOLDS, HERE, TABLES, Row, Sought, Unit, fitted, report, sets, short_texts, tables, written

HEAD = """\
# Weights of evidence, as natural logarithms of odds; benchmarks/agreements.py works them out from labels.
# Two figures that can both be so, and that nothing forbids to be of one thing, agree where `base` and the weights of
# their signs, each times its value, come to `needed`. The signs are named in claimcheck.findings.evidence."""
NEEDED = 1.1  # natural logarithms of odds: 75 %
WORDS = 0.2  # the weight of the words' score, chosen by hand: few are so well worded and wrong that a fit could tell

_rows: list[Row] = []


def recorded(a: Profile, b: Profile, found: Comparison, verdict: Verdict) -> None:
    """Notes the signs of an agreement that is weighed, and lets none pass."""
    _rows.append((agreement_signs(a, b, found, verdict), a.claim, b.claim, True))


def of_texts(documents: Sequence[Document]) -> list[Row]:
    """The signs of all that may agree across some texts, with the claims."""
    _rows.clear()
    claimcheck.check(list(documents))
    return [row for row in _rows if row[1].document != row[2].document]


def of_sets(documents: Sequence[Document]) -> list[Row]:
    """The same of a set of documents."""
    return [(signs, a, b, False) for signs, a, b, _ in of_texts(documents)]


TEXTS = Sought("agree", "agreements", ("contradict",), {}, of_texts)
SETS = evolve(TEXTS, gather=of_sets)


def card_of(units: Sequence[Unit]) -> Scorecard:
    """The card that short texts come to."""
    bare = [
        evolve(unit, rows=[{sign: value for sign, value in row.items() if sign != "words"} for row in unit.rows])
        for unit in units
        if unit.short
    ]
    card = fitted(bare, "texts", NEEDED)
    return evolve(card, weights={**card.weights, "words": WORDS})


def weighed(units: Sequence[Unit], card: Scorecard) -> None:
    """Sums all rows of the units."""
    for unit in units:
        unit.sums = [card.weigh(row) for row in unit.rows]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into the lexicon")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], metavar="FILE", help="pairs only to be scored")
    args = parser.parse_args()
    pairs.agrees = recorded  # type: ignore[assignment]
    units = [*short_texts(HERE / "labelled" / "pairs.jsonl", TEXTS), *sets(HERE / "labelled" / "sets", SETS)]
    units += tables(TABLES, TEXTS)
    number = {lot: at % FOLDS for at, lot in enumerate(sorted({unit.lot for unit in units}))}
    for fold in range(FOLDS):
        card = card_of([unit for unit in units if number[unit.lot] != fold])
        weighed([unit for unit in units if number[unit.lot] == fold], card)
    print("Each lot by the card worked out from the others: found-wrong at a sum of so much more than is needed")
    report(units)
    card = card_of(units)
    if args.pairs:
        others = [unit for path in args.pairs for unit in short_texts(path, TEXTS)]
        weighed(others, card)
        print("Material that took no part")
        report(others)
    if args.write:
        CARDS.with_name("agreement_card.toml").write_text(written({"agreements": card}, HEAD), encoding="utf-8")


if __name__ == "__main__":
    main()
