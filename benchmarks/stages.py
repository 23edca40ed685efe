#!/usr/bin/env python3
"""Time every stage of claimcheck on real documents.

    python benchmarks/stages.py [PATH…] [--repeat N] [--grow N] [--json]

Reads the documents (by default those in seeds/), and times each stage on all of them: the best of N runs. Because
seconds depend on the machine, each stage is also given as a ratio to a yardstick run on the same text at the same
time: finding every run of digits with one regular expression. --grow repeats the documents under new names and shows
how the time of judging grows with the number of claims: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from attrs import evolve

from claimcheck.claims.build import build
from claimcheck.extract import Scan, conventions, scan_unit
from claimcheck.findings import judge
from claimcheck.packs import load_rules
from claimcheck.pipeline import extract_all, judge_all
from claimcheck.read import find_files, read
from claimcheck.records import Claim, Document
from claimcheck.report.text import render
from claimcheck.segment import segment
from claimcheck.segment.model import Segments

ROOT = Path(__file__).resolve().parents[1]
_T = TypeVar("_T")


def best(repeat: int, work: Callable[[], _T]) -> tuple[float, _T]:
    """The least time of several runs, in seconds, and what the last returned."""
    least = math.inf
    for _ in range(repeat):
        began = time.perf_counter()
        result = work()
        least = min(least, time.perf_counter() - began)
    return least, result


def startup(code: list[str], repeat: int) -> float:
    """The least time of a fresh interpreter, in seconds."""

    def run() -> None:
        subprocess.run([sys.executable, *code], check=True, stdout=subprocess.DEVNULL)

    return best(max(repeat, 5), run)[0]


def stages(paths: list[Path], repeat: int) -> dict[str, Any]:
    """Seconds of every stage on all documents, and how much there was of what."""
    times: dict[str, float] = {}
    times["read"], documents = best(repeat, lambda: [read(path) for path in paths])
    size = sum(len(document.text.encode()) for document in documents)
    times["rules"], rules = best(1, load_rules)
    for document in documents:  # tables and patterns are loaded once a process; the stages do not pay for it
        extract_all([evolve(document, text=document.text[:2000])], rules.lexicon)

    def cut() -> list[Segments]:
        segmented = [segment(document) for document in documents]
        for one in segmented:
            for _ in one.units:
                pass
        return segmented

    def scanned(one: Segments) -> Iterator[Scan | None]:
        settled = conventions(one)
        return (scan_unit(one.document, unit, settled) for unit in one.units)

    def scan() -> int:
        return sum(
            len(found.mentions) for one in map(segment, documents) for found in scanned(one) if found is not None
        )

    def read_claims() -> list[list[Claim]]:
        return [build(one, scanned(one), rules.lexicon) for one in map(segment, documents)]

    # Units are cut, searched and read one after the other: what a stage takes is told by how much longer all take.
    times["segment"], segmented = best(repeat, cut)
    without, _ = best(repeat, scan)
    extraction, built = best(repeat, read_claims)
    times["extract"], times["claims"] = without - times["segment"], extraction - without
    claims = [claim for some in built for claim in some]
    whole = [one.document for one in segmented]
    times["judge"], findings = best(repeat, lambda: judge(claims, whole, rules))
    report = judge_all(extract_all(documents, rules.lexicon), rules)
    times["report"], _ = best(repeat, lambda: render(report))
    digits = re.compile(r"\d+")
    yardstick, _ = best(max(repeat, 20), lambda: [digits.findall(document.text) for document in documents])
    return {
        "documents": len(documents),
        "bytes": size,
        "claims": len(claims),
        "findings": len(findings),
        "seconds": times,
        "yardstick": yardstick,
        "extraction KB/s": size / 1000 / extraction,
        "speed with context to speed without": without / extraction,
        "startup of --version above an empty interpreter": startup(["-m", "claimcheck", "--version"], repeat)
        - startup(["-c", "pass"], repeat),
    }


def growth(paths: list[Path], copies: int) -> list[dict[str, float]]:
    """Time of judging for one, two, … copies of the documents; the exponent against the step before."""
    rules = load_rules()
    documents = [read(path) for path in paths]
    rows: list[dict[str, float]] = []
    count = 1
    while count <= copies:
        many: list[Document] = [
            evolve(document, id=f"{n}/{document.id}") for n in range(count) for document in documents
        ]
        found = extract_all(many, rules.lexicon)
        seconds, _ = best(1, lambda found=found: judge(list(found.claims), list(found.documents), rules))
        row: dict[str, float] = {"copies": count, "claims": len(found.claims), "seconds": seconds}
        if rows:
            row["exponent"] = math.log(seconds / rows[-1]["seconds"]) / math.log(row["claims"] / rows[-1]["claims"])
        rows.append(row)
        count *= 2
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "seeds")])
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="up to N copies, doubling")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    paths, _ = find_files(args.paths)
    if not paths:
        parser.error("there is nothing to read at the paths")
    found = stages(paths, args.repeat)
    if args.grow:
        found["growth"] = growth(paths, args.grow)
    if args.json:
        print(json.dumps(found, indent=2))
        return 0
    print(f"{found['documents']} documents, {found['bytes'] / 1000:.0f} KB, {found['claims']} claims")
    print(f"{'stage':9} {'ms':>8} {'KB/s':>9} {'x yardstick':>12}")
    for stage, seconds in found["seconds"].items():
        speed = "" if stage == "rules" else f"{found['bytes'] / 1000 / seconds:9.0f}"
        print(f"{stage:9} {seconds * 1000:8.1f} {speed:>9} {seconds / found['yardstick']:12.1f}")
    print(f"extraction (segment, extract, claims): {found['extraction KB/s']:.0f} KB/s, "
          f"{found['speed with context to speed without']:.2f} of the speed without claims")  # fmt: skip
    print(f"--version: {found['startup of --version above an empty interpreter'] * 1000:.0f} ms above python -c pass")
    for row in found.get("growth", ()):
        told = f", exponent {row['exponent']:.2f}" if "exponent" in row else ""
        print(f"judging {row['copies']} x: {row['claims']} claims, {row['seconds'] * 1000:.0f} ms{told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
