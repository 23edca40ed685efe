#!/usr/bin/env python3
"""Measure how fast figures and dates are extracted: claimcheck and its peers on the same text, in one run.

    python benchmarks/extraction_speed.py [FOLDER…] [--size KB] [--grow MB] [--peer NAME]… [--json]

The text is that of the documents at the paths (by default seeds/), repeated up to --size. Every extractor runs in a
process of its own, one after the other: claimcheck in this Python, each peer in a virtual environment that is made
outside the project and kept for the next run (--venvs). A peer gets the text paragraph by paragraph, for at most
--budget seconds; claimcheck gets whole documents. Speed is text per second of the processor's time, so that other work
on the machine counts less; peak memory is that of the whole process. --grow shows claimcheck's
speed and memory on one document that doubles from 1 MB up to the given size, and on the same text as one line; with
--sparse only one paragraph in ten of those that hold a figure stays in it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import peers
from peer_worker import peak_memory

ROOT = Path(__file__).resolve().parents[1]
SELF = Path(__file__).resolve()
OWN = {
    "extract": "claimcheck: segment, extract",
    "claims": "claimcheck: segment, extract, claims",
    "scan": "a regular expression alone",
}
_NUMBER_WORD = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)\b"


def texts_at(paths: list[str], size: int) -> list[str]:
    """The text of the documents at the paths, repeated until it has ``size`` bytes; the last one is cut there."""
    from claimcheck.read import find_files, read

    files, _ = find_files(paths)
    texts = [text for path in files if (text := read(path).text).strip()]
    if not texts:
        raise SystemExit("there is nothing to read at the paths")
    chosen: list[str] = []
    while True:
        for text in texts:
            left = size - sum(len(one.encode()) for one in chosen)
            if left <= 0:
                return chosen
            chosen.append(text.encode()[:left].decode(errors="ignore"))


def own(mode: str) -> dict[str, Any]:
    """Time claimcheck in this process, which has imported nothing of it yet, on the texts of the standard input."""
    request = json.load(sys.stdin)
    texts = request["texts"]
    before = peak_memory()
    began = time.perf_counter()
    if mode == "scan":
        pattern = re.compile(_NUMBER_WORD, re.IGNORECASE)

        def work(text: str) -> int:
            return len(pattern.findall(text))
    else:
        from claimcheck.extract import conventions, scan_unit
        from claimcheck.records import Document
        from claimcheck.segment import segment

        if mode == "claims":
            from claimcheck.claims.build import build
            from claimcheck.lexicon import default

            lexicon = default()

        def work(text: str) -> int:
            segments = segment(Document.from_text(text, id="text"))
            settled = conventions(segments)
            scans = (scan_unit(segments.document, unit, settled) for unit in segments.units)
            if mode == "claims":
                return len(build(segments, scans, lexicon))
            return sum(len(scan.mentions) for scan in scans if scan is not None)

    imported = time.perf_counter() - began
    began = time.perf_counter()
    work("On 5 March 2021 it paid $2 million for five km.")
    first = time.perf_counter() - began
    finds = sum(map(work, texts[:1]))  # pay for what is loaded at the first use
    began = time.process_time()
    finds = sum(map(work, texts))
    seconds = time.process_time() - began
    size = sum(len(text.encode()) for text in texts)
    return {
        "import": imported, "first": first, "seconds": seconds, "bytes": size, "finds": finds,
        "memory before": before, "memory": peak_memory(),
    }  # fmt: skip


def measure(texts: list[str], args: argparse.Namespace) -> list[dict[str, Any]]:
    """A row for every extractor, claimcheck's own first."""
    rows: list[dict[str, Any]] = []
    for mode, name in OWN.items():
        answer = peers.run(sys.executable, [str(SELF), "--own", mode], {"texts": texts}, args.limit)
        rows.append({"name": name, **answer})
    paragraphs = [part for text in texts for part in re.split(r"\n\s*\n", text) if part.strip()]
    request = {"paragraphs": paragraphs, "budget": args.budget}
    for peer in peers.chosen(args.peer):
        try:
            answer = peers.ask(peer, "speed", request, args.venvs, args.install_limit, args.limit)
            rows.append({"name": peer.name, **answer})
        except peers.Missing as error:
            rows.append({"name": peer.name, "missing": str(error)})
    base = rows[0]["bytes"] / rows[0]["seconds"]
    for row in rows:
        if "seconds" in row:
            row["KB/s"] = row["bytes"] / 1000 / row["seconds"]
            row["claimcheck is faster by"] = base / (row["bytes"] / row["seconds"])
    return rows


def growth(texts: list[str], most: int, limit: float, *, sparse: bool) -> list[dict[str, Any]]:
    """Speed and memory of claimcheck on one document of 1, 2, 4 … up to ``most`` MB, and on the same as one line."""
    whole = "\n\n".join(texts)
    if sparse:
        parts = re.split(r"\n\s*\n", whole)
        held = [at for at, part in enumerate(parts) if re.search(_NUMBER_WORD, part, re.IGNORECASE)]
        left_out = set(held) - set(held[::10])
        whole = "\n\n".join(part for at, part in enumerate(parts) if at not in left_out)
    rows: list[dict[str, Any]] = []
    size = 1
    while size <= most:
        text = (whole + "\n\n") * (size * 1_000_000 // len(whole.encode()) + 1)
        cut = text.encode()[: size * 1_000_000].decode(errors="ignore")
        for form, one in (("paragraphs", cut), ("one line", " ".join(cut.split()))):
            row: dict[str, Any] = {"MB": size, "form": form}
            for mode in ("extract", "claims"):
                row[mode] = peers.run(sys.executable, [str(SELF), "--own", mode], {"texts": [one]}, limit)
            rows.append(row)
        size *= 2
    return rows


def shown(rows: list[dict[str, Any]]) -> str:
    """The rows as a table in Markdown."""
    lines = [
        "| extractor | KB/s | claimcheck is faster by | import, s | first call, s | peak memory, MB | finds |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        if "missing" in row:
            lines.append(f"| {row['name']} | not measured: {row['missing']} | | | | | |")
            continue
        times = row["claimcheck is faster by"]
        memory = "" if row["memory"] is None else f"{row['memory']:.0f}"
        lines.append(
            f"| {row['name']} | {row['KB/s']:,.0f} | {times:,.{1 if times < 20 else 0}f} × | {row['import']:.2f} "
            f"| {row['first']:.2f} | {memory} | {row['finds']} |"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "seeds")])
    parser.add_argument("--size", type=int, default=300, metavar="KB")
    parser.add_argument("--grow", type=int, default=0, metavar="MB")
    parser.add_argument("--sparse", action="store_true", help="with --grow: text with few figures")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME", help="only this one; may be repeated")
    parser.add_argument("--budget", type=float, default=20.0, metavar="SECONDS", help="time for each peer's text")
    parser.add_argument("--limit", type=float, default=180.0, metavar="SECONDS", help="time for each process")
    parser.add_argument("--install-limit", type=float, default=600.0, metavar="SECONDS")
    parser.add_argument("--venvs", type=Path, default=Path(tempfile.gettempdir()) / "claimcheck-peers")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--own", choices=list(OWN), help=argparse.SUPPRESS)
    args = parser.parse_args()
    try:
        peers.chosen(args.peer)
    except peers.Missing as error:
        parser.error(str(error))
    if args.own:
        print(json.dumps(own(args.own)))
        return 0
    texts = texts_at(args.paths, args.size * 1000)
    rows = measure(texts, args)
    grown = growth(texts, args.grow, args.limit, sparse=args.sparse) if args.grow else []
    if args.json:
        print(json.dumps({"date": dt.date.today().isoformat(), "machine": peers.machine(), "rows": rows,
                          "growth": grown}, indent=2))  # fmt: skip
        return 0
    size = sum(len(text.encode()) for text in texts)
    print(f"{dt.date.today()}; {peers.machine()}; {size / 1000:.0f} KB of text\n")
    print(shown(rows))
    if grown:
        print("\n| one document of | KB/s | with context | peak memory, MB | with context | before | claims |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        for row in grown:
            cells = [f"{row['MB']} MB, {row['form']}"]
            cells += [f"{row[mode]['bytes'] / 1000 / row[mode]['seconds']:,.0f}" for mode in ("extract", "claims")]
            peaks = (row["extract"]["memory"], row["claims"]["memory"], row["claims"]["memory before"])
            cells += ["" if peak is None else f"{peak:.0f}" for peak in peaks]
            print(f"| {' | '.join(cells)} | {row['claims']['finds']:,} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
