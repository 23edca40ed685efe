#!/usr/bin/env python3
"""Work out the scorecards of contradictions from labelled texts, and say how they do on texts left out.

    python benchmarks/scorecards.py [--write] [--also DIR…] [--found DIR…] [--pairs FILE…] [--sets DIR…]

`labelled/pairs.jsonl` holds pairs of short texts, marked by people who had not seen the code: `agree`, `contradict` or
`neither`; `labelled/sets/` holds sets of documents whose contradictions are listed in full; the tables of the tests and
their trees of documentation take part as well. Every pair of figures in
them that conflict is a row of signs (claimcheck.findings.signs), and a row is right where its texts are marked so. A
text that is marked so may have several rows: then the likeliest is taken for the one that is meant, and the fit is
made again. The weights are those of a logistic regression with a ridge, one for the short texts and one for the
documents, in which the sum of the first is one more sign.

Printed is what the cards find and what they get wrong in each lot, worked out from the other lots alone. --write puts
the weights worked out from all into the lexicon. --also names sets that take part too, and --found such as the
documentation of real projects, of which only the contradictions that were found and read are listed. --pairs and --sets
score further material that takes no part in the fit. Needs scikit-learn (`pip install 'claimcheck[fit]'`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from attrs import define, evolve, field, frozen
from sklearn.linear_model import LogisticRegression

import claimcheck
from claimcheck import Document
from claimcheck.align import Comparison, Profile
from claimcheck.findings import bench, pairs
from claimcheck.findings.conflicts import Conflicts
from claimcheck.findings.rivals import Rivals
from claimcheck.findings.scorecard import WORDING, Scorecard, Weighed, scorecard
from claimcheck.findings.screen import Screen
from claimcheck.findings.signs import Signs
from claimcheck.records import Claim

HERE = Path(__file__).resolve().parent
TABLES = HERE.parent / "tests" / "judging"
CARDS = HERE.parent / "src" / "claimcheck" / "lexicon" / "scorecards.toml"
RIDGE = {"texts": 0.1, "documents": 0.05}
ROUNDS, FOLDS, WORTH = 3, 8, 0.005
SOME = 100  # wrong rows that are taken of a set whose contradictions are not all known
MOST = 2500  # wrong rows of one set count together as so many at most
ROOM = {"texts": 1.0, "documents": 0.5}  # how much a row counts


@define
class Unit:
    """One text of a lot, or one set of documents: the rows that mean one contradiction each, and the wrong ones."""

    lot: str
    short: bool
    rows: list[Signs]
    right: list[list[int]]
    wrong: list[int]
    total: int
    matrix: Any = None
    sums: Any = field(factory=lambda: np.zeros(0))


class _Recording(Conflicts):
    """Notes the signs of each conflict that is weighed, and lets none pass."""

    rows: ClassVar[list[Row]] = []

    def weighed(self, a: Profile, b: Profile, found: Comparison, at: tuple[int, int], rivals: Rivals) -> Weighed | None:
        if not self.forbidden(a, b, found):
            self.rows.append((self.signs(a, b, found, at, rivals), a.claim, b.claim, self.short(a, b)))
        return None


Row = tuple[Signs, Claim, Claim, bool]


def conflicts(documents: Sequence[Document]) -> list[Row]:
    """The signs of all conflicts in some documents, with the claims and whether their texts are short."""
    _Recording.rows = []
    claimcheck.check(list(documents))
    return _Recording.rows


@frozen
class Sought:
    """What the cards are to find: the label of a pair of texts, the list of a set of documents, the labels of pairs
    that tell nothing, how much is needed on either card, and the function that gathers the rows of some documents.
    """

    label: str
    listed: str
    moot: Container[str]
    needed: Mapping[str, float]
    gather: Callable[[Sequence[Document]], list[Row]]


# What is needed is given in natural logarithms of odds: 62 and 50 %.
CONTRADICTIONS = Sought("contradict", "contradictions", (), {"texts": 0.5, "documents": 0.0}, conflicts)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def short_texts(path: Path, sought: Sought = CONTRADICTIONS) -> Iterator[Unit]:
    """A unit for each pair of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        case = json.loads(line)
        if case["label"] in sought.moot:
            continue
        texts = [Document.from_text(case[one], id=one, published=day(case.get(f"{one}_date"))) for one in "ab"]
        yield _pair(case.get("lot", path.stem), texts, case["label"], sought)


def tables(folder: Path, sought: Sought = CONTRADICTIONS) -> Iterator[Unit]:
    """A unit for each pair of the tests' own tables of labelled pairs."""
    for name in ("pairs", "pairs_apart"):
        for case in tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["pair"]:
            if case["label"] in sought.moot:
                continue
            texts = [Document.from_text(case[one], id=one, published=case.get(f"{one}_date")) for one in "ab"]
            yield _pair(name, texts, case["label"], sought)


def _pair(lot: str, texts: Sequence[Document], label: str, sought: Sought) -> Unit:
    rows = [signs for signs, a, b, short in sought.gather(texts) if a.document != b.document and short]
    right = label == sought.label
    everything = list(range(len(rows)))
    return Unit(lot, True, rows, [everything] if right else [], [] if right else everything, int(right))


def sets(folder: Path, sought: Sought = CONTRADICTIONS) -> Iterator[Unit]:
    """A unit for each set of documents of a folder; what is listed is told by quotations, or by lines of files."""
    for path in sorted(one for one in folder.iterdir() if (one / "expected.json").is_file()):
        expected = json.loads((path / "expected.json").read_text(encoding="utf-8"))
        by_line = "files" in expected
        names = expected["files"] if by_line else expected["documents"]
        document = {name: claimcheck.read(path / "files" / name if by_line else path / name) for name in names}
        listed = expected[sought.listed]
        right: dict[int, list[int]] = defaultdict(list)
        wrong, rows = [], []
        for signs, a, b, short in sought.gather(list(document.values())):
            if short:
                continue
            joins = _on_lines if by_line else _joins
            meant = [number for number, item in enumerate(listed) if joins(document, item, a, b)]
            (right[meant[0]] if meant else wrong).append(len(rows))
            rows.append(signs)
        yield Unit(path.name, False, rows, list(right.values()), wrong, len(listed))


def sparse(unit: Unit) -> Unit:
    """A unit of a set whose contradictions are known as far as they were found: some wrong rows stand for all."""
    step = -(-len(unit.wrong) // SOME) if unit.wrong else 1
    return Unit(unit.lot, unit.short, unit.rows, unit.right, unit.wrong[::step], unit.total)


def trees(path: Path) -> Iterator[Unit]:
    """A unit for each tree of documentation of a file, which says whether there is a conflict in it."""
    for tree in tomllib.loads(path.read_text(encoding="utf-8"))["tree"]:
        texts = [Document.from_text(text, id=name) for name, text in tree["files"].items()]
        found = conflicts(texts)
        rows = [signs for signs, *_ in found]
        everything = list(range(len(rows)))
        right = bool(tree.get("conflict"))
        short = all(row[-1] for row in found)
        yield Unit(path.stem, short, rows, [everything] if right else [], [] if right else everything, int(right))


def _on_lines(document: dict[str, Document], item: dict[str, Any], a: Claim, b: Claim) -> bool:
    """Whether two claims stand on two of the lines that a listed contradiction names."""
    name_of = {held.id: name for name, held in document.items()}
    wanted = {(site["file"], site["line"]) for site in item["sites"]}
    found = {(name_of[one.document], document[name_of[one.document]].locate(one.span).line) for one in (a, b)}
    return len(found & wanted) > 1


def _joins(document: dict[str, Document], item: dict[str, Any], a: Claim, b: Claim) -> bool:
    """Whether two claims are of two sides of a listed contradiction."""
    sides = {one: set() for one in ("a", "b")}  # type: dict[str, set[int]]
    for number, entry in enumerate(item["docs"]):
        held = document[entry["file"]]
        start = held.text.find(entry["quote"]) + max(0, entry["quote"].find(entry["figure"]))
        for name, claim in (("a", a), ("b", b)):
            if claim.document == held.id and claim.span.start < start + len(entry["figure"]) and start < claim.span.end:
                sides[name].add(entry.get("side", number))
    return bool(sides["a"] and sides["b"]) and len(sides["a"] | sides["b"]) > 1


def fitted(units: Sequence[Unit], name: str, needed: float, more: Sequence[str] = ()) -> Scorecard:
    """The card that tells the right rows from the wrong ones best."""
    signs = sorted({sign for unit in units for row in unit.rows for sign in row} | set(more))
    for unit in units:
        unit.matrix = np.array([[float(row.get(sign, 0.0)) for sign in signs] for row in unit.rows])
    told = [unit for unit in units if unit.rows]
    spread = np.maximum(np.vstack([unit.matrix for unit in told]).std(0), 0.05)
    weights, base = None, 0.0
    for _ in range(ROUNDS):
        chosen, labels, counts = [], [], []
        for unit in told:
            for rows in filter(None, unit.right):
                if weights is None:
                    best = max(rows, key=lambda row, unit=unit: unit.rows[row]["coverage"])
                else:
                    best = max(rows, key=lambda row, unit=unit, by=weights: float(unit.matrix[row] @ by))
                chosen.append(unit.matrix[best] / spread)
                labels.append(1)
                counts.append(ROOM[name])
            chosen += [unit.matrix[row] / spread for row in unit.wrong]
            labels += [0] * len(unit.wrong)
            counts += [ROOM[name] * min(1.0, MOST / max(1, len(unit.wrong)))] * len(unit.wrong)
        model = LogisticRegression(C=RIDGE[name], max_iter=400).fit(np.array(chosen), labels, sample_weight=counts)
        weights, base = model.coef_[0] / spread, float(model.intercept_[0])
    worth = {sign: round(float(one), 2) for sign, one in zip(signs, weights, strict=True) if abs(one) >= WORTH}
    return Scorecard(round(base, 2), needed, worth)


def both(units: Sequence[Unit], sought: Sought = CONTRADICTIONS) -> tuple[Scorecard, Scorecard]:
    """The cards for short texts and for documents."""
    texts = fitted([unit for unit in units if unit.short], "texts", sought.needed["texts"])
    long = [unit for unit in units if not unit.short]
    for unit in long:
        for row in unit.rows:
            row.pop(WORDING, None)
            row[WORDING] = texts.weigh(row)
    return texts, fitted(long, "documents", sought.needed["documents"], [WORDING])


def weighed(units: Iterable[Unit], texts: Scorecard, documents: Scorecard) -> None:
    """Sums all rows of the units."""
    for unit in units:
        sums = []
        for row in unit.rows:
            row.pop(WORDING, None)
            total = texts.weigh(row)
            if not unit.short:
                row[WORDING] = total
                total = documents.weigh(row)
            sums.append(total)
        unit.sums = np.array(sums)


def told(title: str, units: Sequence[Unit]) -> None:
    """Prints what is found and what is wrong at some sums above and below what is needed."""
    steps = (-1.0, -0.5, 0.0, 0.5, 1.0)
    line = []
    for step in steps:
        found = sum(any(unit.sums[row] >= step for row in rows) for unit in units for rows in unit.right)
        if units[0].short:
            wrong = sum(any(unit.sums[row] >= step for row in unit.wrong) for unit in units)
        else:
            wrong = sum(int(unit.sums[row] >= step) for unit in units for row in unit.wrong)
        line.append(f"{step:+.1f}: {found:3}-{wrong:<3}")
    print(f"{title:24} of {sum(unit.total for unit in units):3}   {'   '.join(line)}")


def report(units: Sequence[Unit]) -> None:
    """Prints the units lot by lot, pairs of short texts together, then all of each sort."""
    lots: dict[tuple[bool, str], list[Unit]] = defaultdict(list)
    for unit in units:
        lots[not unit.short, unit.lot].append(unit)
    for (_, lot), members in sorted(lots.items()):
        told(lot, members)
    for short in (True, False):
        if members := [unit for unit in units if unit.short == short]:
            told("all short texts" if short else "all sets", members)


def beside(units: Sequence[Unit], sign: str) -> float:
    """The weight of one sign that fits best beside the sums of the rows without it, all other weights held."""
    known = []
    for unit in units:
        best = [max((row for row in rows if unit.rows[row].get(sign)), key=unit.sums.item, default=None)
                for rows in unit.right]  # fmt: skip
        known += [(float(unit.sums[row]), 1) for row in best if row is not None]
        known += [(float(unit.sums[row]), 0) for row in unit.wrong if unit.rows[row].get(sign)]
    if not known:
        return 0.0
    sums, labels = (np.array(column, dtype=float) for column in zip(*known, strict=True))
    tried = np.arange(-300, 301) / 100
    missed = [np.log1p(np.exp(np.where(labels > 0, -1, 1) * (sums + weight))).sum() + weight**2 / 2 for weight in tried]
    return float(tried[int(np.argmin(missed))])


HEAD = """\
# Weights of evidence, as natural logarithms of odds; benchmarks/scorecards.py works them out from labels.
# A conflict of two figures is a contradiction where `base` and the weights of its signs, each times its
# value, come to `needed`. The signs are named in claimcheck.findings.signs."""


def written(cards: Mapping[str, Scorecard], head: str = HEAD) -> str:
    """The cards as the lexicon holds them."""
    lines = head.splitlines()
    for name, card in cards.items():
        lines += ["", f"[{name}]", f"base = {card.base}", f"needed = {card.needed}", "", f"[{name}.weights]"]
        lines += [f'"{sign}" = {worth}' for sign, worth in sorted(card.weights.items())]
    return "\n".join(lines) + "\n"


def left_out(units: Sequence[Unit], sought: Sought) -> None:
    """Prints how cards do on lots that took no part in them."""
    number = {lot: at % FOLDS for at, lot in enumerate(sorted({unit.lot for unit in units}))}
    for fold in range(FOLDS):
        cards = both([unit for unit in units if number[unit.lot] != fold], sought)
        weighed([unit for unit in units if number[unit.lot] == fold], *cards)
    print("Each lot by the cards worked out from the others: found-wrong at a sum of so much more than is needed")
    report(units)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the weights into the lexicon")
    parser.add_argument("--sign", help="print only the weight of this sign beside the cards as they are")
    parser.add_argument("--also", type=Path, nargs="*", default=[], metavar="DIR", help="further sets that take part")
    parser.add_argument("--found", type=Path, nargs="*", default=[], metavar="DIR", help="sets not listed in full")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], metavar="FILE", help="pairs only to be scored")
    parser.add_argument("--sets", type=Path, nargs="*", default=[], metavar="DIR", help="sets only to be scored")
    args = parser.parse_args()
    bench.Conflicts = _Recording  # type: ignore[misc]
    Screen.may_reach = lambda *_, **__: True  # type: ignore[method-assign]
    Screen.reaches = lambda *_, **__: True  # type: ignore[method-assign]
    assert pairs.judge_pairs
    units = [*short_texts(HERE / "labelled" / "pairs.jsonl"), *sets(HERE / "labelled" / "sets")]
    units += [*tables(TABLES), *trees(TABLES / "documentation.toml")]
    units += [unit for path in args.also for unit in sets(path)]
    units += [sparse(unit) for path in args.found for unit in sets(path)]
    if args.sign:
        held = [scorecard("texts"), scorecard("documents")]
        weighed(units, *(evolve(card, weights={**card.weights, args.sign: 0.0}) for card in held))
        for name, short in (("texts", True), ("documents", False)):
            print(f"{name}: {beside([unit for unit in units if unit.short == short], args.sign):+.2f}")
        return
    others = [unit for path in args.pairs for unit in short_texts(path)]
    others += [unit for path in args.sets for unit in sets(path)]
    left_out(units, CONTRADICTIONS)
    cards = both(units)
    if others:
        weighed(others, *cards)
        print("Material that took no part")
        report(others)
    if args.write:
        CARDS.write_text(written(dict(zip(("texts", "documents"), cards, strict=True))), encoding="utf-8")


if __name__ == "__main__":
    main()
