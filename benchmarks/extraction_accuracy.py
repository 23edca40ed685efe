#!/usr/bin/env python3
"""Measure how right figures and dates are read: claimcheck and its peers on the corpora in tests/extract/.

    python benchmarks/extraction_accuracy.py [--peer NAME]… [--show KIND] [--json]

A find is a hit when it overlaps the expected expression and its value is right: the bounds for numbers, ranges, money,
measures, durations, ages and shares (a measure, duration or age may be given in another unit that converts to the same,
a share in words as a fraction), the first day inside the expected period for dates. A bound's direction is asked for
among ranges and bounds only; cents may be cents.
Anything else that an extractor reports of the kind counts against it, also in the sentences that hold nothing of the
kind. Each is measured on the kinds that it reads; the modifier, the unit's name, the currency and the exact span are
not asked for, as not all give them. A position that is not given overlaps anything.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import peers

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT / "tests" / "extract"
KINDS = {
    "number": "plain numbers", "bound": "ranges and bounds", "money": "money", "measure": "measures",
    "duration": "durations", "percent": "shares", "age": "ages", "date": "dates",
}  # fmt: skip
_TOLERANCE = 1e-6


class Case(NamedTuple):
    """A text, the day that it counts from, and what must be found of the kind: finds as a worker gives them."""

    kind: str
    text: str
    expected: list[dict[str, Any]]
    anchor: str | None = None


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((CORPORA / f"{name}.toml").read_text(encoding="utf-8"))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def cases() -> Iterator[Case]:
    """All cases of the corpora, by kind."""
    for row in _toml("numerals")["value"]:
        for way in row["ways"]:
            text = f"The rangers counted {way} people there."
            yield Case("number", text, [_expected(text, way, row["value"], row["value"])])
    for row in _toml("bounds")["bound"]:
        for way in row["ways"]:
            text = f"The survey lists {way} wells."
            yield Case("bound", text, [_expected(text, way, row.get("low"), row.get("high"))])
    for kind in ("money", "measure", "duration", "percent", "age"):
        for row in _toml(kind)["case"]:
            if "row" in row or "column" in row:
                continue  # a table's cell, which only makes sense under its labels
            at, expected = 0, []
            for entry in row["found"]:
                if entry.get("kind", kind) != kind or entry.get("role"):
                    continue
                low, high = entry.get("low", entry.get("value")), entry.get("high", entry.get("value"))
                expected.append(_expected(row["text"], entry["text"], low, high, entry.get("unit", ""), at))
                at = expected[-1]["end"]
            yield Case(kind, row["text"], expected)
    for name in ("points", "relative"):
        for row in _toml(f"dates/{name}")["value"]:
            if "start" not in row or "end" not in row or "day_first" in row:
                continue
            for marked in row["texts"]:
                text, inside = _marked(marked)
                anchor = row["anchor"].isoformat() if "anchor" in row else None
                entry = _expected(text, inside[0], None, None)
                entry |= {"first": row["start"].isoformat(), "last": row["end"].isoformat()}
                yield Case("date", text, [entry], anchor)
    for row in _toml("dates/nothing")["none"]:
        for text in row["texts"]:
            yield Case("date", text, [])


def _marked(text: str) -> tuple[str, list[str]]:
    return text.replace("«", "").replace("»", ""), [part.partition("»")[0] for part in text.split("«")[1:]]


def _expected(text: str, surface: str, low: Any, high: Any, unit: str = "", at: int = 0) -> dict[str, Any]:
    start = max(text.find(surface, at), 0)
    return {"start": start, "end": start + len(surface), "low": _number(low), "high": _number(high), "unit": unit}


def own(case: Case) -> list[dict[str, Any]]:
    """What claimcheck finds in a case, as a worker gives it."""
    from claimcheck.extract import Conventions, scan_unit
    from claimcheck.records import Document, Kind, Span
    from claimcheck.segment.model import Block, BlockKind, Unit

    anchor = dt.date.fromisoformat(case.anchor) if case.anchor else None
    span = Span(0, len(case.text))
    unit = Unit(span, Block(BlockKind.PROSE, span), 0, 0)
    scan = scan_unit(Document.from_text(case.text, published=anchor), unit, Conventions(anchor=anchor))
    named = {Kind.MONEY: "money", Kind.MEASURE: "measure", Kind.DURATION: "duration", Kind.DATE: "date",
             Kind.PERCENT: "percent", Kind.AGE: "age"}  # fmt: skip
    result = []
    for one in scan.mentions if scan is not None else ():
        kind = named.get(one.kind, "date" if one.kind is Kind.PERIOD else "number")
        if one.time is not None and (kind == "date" or one.time.start is not None):
            first = one.time.start or one.time.end
            result.append({"kind": "date", "start": one.span.start, "end": one.span.end,
                           "date": first.isoformat() if first else ""})  # fmt: skip
        if one.quantity is not None:
            if one.quantity.role:
                continue  # the end of a change, which the corpora of the kinds leave out
            result.append({"kind": kind, "start": one.span.start, "end": one.span.end,
                           "low": _number(one.quantity.low), "high": _number(one.quantity.high),
                           "unit": one.quantity.unit or ""})  # fmt: skip
    return result


@cache
def _factor(found: str, wanted: str) -> float | None:
    """How many of unit ``wanted`` one of unit ``found`` is, or None where they are not known as one dimension."""
    from claimcheck.lexicon.dimensions import dimension, known, to_base

    try:
        name = found.replace("metre", "meter").replace(" ", "_")
        if not (known(name) and known(wanted)) or dimension(name) != dimension(wanted):
            return None
        return float(to_base(Decimal(1), name) / to_base(Decimal(1), wanted))
    except Exception:  # whatever a peer calls its units
        return None


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _TOLERANCE * max(1.0, abs(one), abs(other))


def right(case: Case, found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a find overlaps what was expected and has its value."""
    if found["start"] is not None and not (found["start"] < wanted["end"] and wanted["start"] < found["end"]):
        return False
    if case.kind == "date":
        return bool(found.get("date")) and wanted["first"] <= found["date"] <= wanted["last"]
    low, high = found.get("low"), found.get("high")
    if _same(low, wanted["low"]) and _same(high, wanted["high"]):
        return True
    if case.kind != "bound" and (wanted["low"] is None or wanted["high"] is None) and _same(low, high):
        figure = wanted["low"] if wanted["high"] is None else wanted["high"]
        wanted = {**wanted, "low": figure, "high": figure}  # "at least $5" without the bound: the figure is right
        if _same(low, figure):
            return True
    if case.kind == "money" and found.get("unit", "").lower().startswith(("cent", "pence", "penn", "kope")):
        return _same(low and low / 100, wanted["low"]) and _same(high and high / 100, wanted["high"])
    if case.kind == "percent" and found["kind"] == "number":  # "two thirds" as 0.667
        return _near(low and low * 100, wanted["low"]) and _near(high and high * 100, wanted["high"])
    if case.kind in ("measure", "duration", "age") and found.get("unit") and wanted["unit"]:
        factor = _factor(found["unit"], wanted["unit"])
        if factor is not None:
            scaled = [None if bound is None else bound * factor for bound in (low, high)]
            return _near(scaled[0], wanted["low"]) and _near(scaled[1], wanted["high"])
    return False


def _near(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 0.005 * max(abs(one), abs(other))


def score(all_cases: list[Case], answers: list[list[dict[str, Any]] | None], show: str = "") -> dict[str, Any]:
    """Precision, recall and F1 for each kind."""
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for case, answer in zip(all_cases, answers, strict=True):
        kind = "number" if case.kind == "bound" else case.kind
        finds = [one for one in answer or () if one["kind"] == kind]
        if kind == "percent":  # a share in words may be given as a fraction
            shares = [one for one in answer or () if one["kind"] == "number"]
            finds += [one for one in shares if any(right(case, one, wanted) for wanted in case.expected)]
        left = list(case.expected)
        hits = 0
        for one in finds:
            match = next((wanted for wanted in left if right(case, one, wanted)), None)
            if match is not None:
                left.remove(match)
                hits += 1
        if show == case.kind and (left or hits < len(finds)):
            print(f"{case.text!r}: {finds}", file=sys.stderr)
        for index, value in enumerate((hits, len(finds), len(case.expected))):
            counts[case.kind][index] += value
    result = {}
    for kind, (hits, given, wanted) in counts.items():
        precision, recall = hits / given if given else 0.0, hits / wanted if wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        result[kind] = {"precision": precision, "recall": recall, "f1": f1, "expected": wanted}
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", action="append", default=[], metavar="NAME", help="only this one; may be repeated")
    parser.add_argument("--limit", type=float, default=300.0, metavar="SECONDS", help="time for each process")
    parser.add_argument("--install-limit", type=float, default=600.0, metavar="SECONDS")
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir()) / "claimcheck-peers")
    parser.add_argument("--show", default="", choices=["", *KINDS], help="print what claimcheck has wrong of a kind")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    try:
        peers.chosen(args.peer)
    except peers.Missing as error:
        parser.error(str(error))
    all_cases = list(cases())
    rows: dict[str, Any] = {"claimcheck": score(all_cases, [own(case) for case in all_cases], args.show)}
    request = {"texts": [case.text for case in all_cases], "anchors": [case.anchor for case in all_cases]}
    reads = {}
    for peer in peers.chosen(args.peer):
        if not peer.reads:
            continue
        reads[peer.name] = peer.reads
        try:
            answer = peers.ask(peer, "find", request, args.venvs, args.install_limit, args.limit)
            rows[peer.name] = score(all_cases, answer["finds"])
        except peers.Missing as error:
            rows[peer.name] = {"missing": str(error)}
    if args.json:
        print(json.dumps({"date": dt.date.today().isoformat(), "rows": rows}, indent=2))
        return 0
    print(f"{dt.date.today()}; value F1 (precision, recall) in percent\n")
    print("| extractor | " + " | ".join(KINDS.values()) + " |")
    print("| --- |" + " ---: |" * len(KINDS))
    print("| expressions | " + " | ".join(str(rows["claimcheck"][kind]["expected"]) for kind in KINDS) + " |")
    for name, row in rows.items():
        if "missing" in row:
            print(f"| {name} | not measured: {row['missing']} |" + " |" * (len(KINDS) - 1))
            continue
        cells = [
            f"{row[kind]['f1']:.0%} ({row[kind]['precision']:.0%}, {row[kind]['recall']:.0%})".replace("%", "")
            if kind in reads.get(name, KINDS)
            else "–"
            for kind in KINDS
        ]
        print(f"| {name} | " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
