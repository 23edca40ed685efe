"""Writes ``docs/coverage.md``: what is read, with examples, from the corpora that the tests of extraction run.

    python docs/generate_coverage.py

Nothing on the page is asserted by hand: every example is a case of a corpus under ``tests/``, with the meaning that a
test holds it to.
"""

from __future__ import annotations

import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT / "tests" / "extract"
PAGE = ROOT / "docs" / "coverage.md"

# The corpora of one kind each, in the order of the page, with what a reader calls the kind.
KINDS = {
    "count": "Counts",
    "zero": "Zero in words",
    "money": "Money",
    "percent": "Percentages",
    "ratio": "Ratios and multiples",
    "change": "Changes",
    "rank": "Ranks",
    "measure": "Measures",
    "duration": "Durations",
    "age": "Ages",
    "frequency": "Frequencies",
    "version": "Versions",
    "identifier": "Identifiers",
}
DATES = {"points": "Dates", "periods": "Periods", "relative": "Relative dates"}
MOST_FOUND, MOST_NOT, MOST_WAYS = 2, 1, 6

Row = dict[str, Any]


def page() -> str:
    """The whole page."""
    parts = [*_head(), *_numbers()]
    for name, title in KINDS.items():
        parts += _kind(name, title)
    for name, title in DATES.items():
        parts += _times(name, title)
    parts += [*_no_dates(), *_no_claims(), *_others(), *_sentences()]
    return "\n".join(parts).rstrip() + "\n"


def _head() -> list[str]:
    return [
        "# What is read",
        "",
        "Made by `python docs/generate_coverage.py` from the corpora in `tests/extract/` and `tests/segment/`: every",
        "example is one that a test runs. The figure found is in bold, its meaning after the arrow; ✗ marks what is",
        "*not* read as the kind. Numbers are in the base magnitude, units are those of `Quantity.unit`, dates are the",
        "first and the last day. What is not read at all is in [limits](limits.md).",
        "",
    ]


def _numbers() -> list[str]:
    lines = ["## Numbers and bounds", "", "| what | means | written |", "| --- | --- | --- |"]
    what = ""
    for row in _load("numerals", "value"):
        what = row.get("what", what)
        lines.append(f"| {_cell(row.get('what', ''))} | {row['value']} | {_ways(row['ways'])} |")
    for row in _load("bounds", "bound"):
        low, high = row.get("low", "…"), row.get("high", "…")
        means = low if low == high else f"{low} to {high}"
        lines.append(f"| {_cell(row.get('what', ''))} | {means}, `{row['modifier']}` | {_ways(row['ways'])} |")
    return [*lines, ""]


def _kind(name: str, title: str) -> list[str]:
    rows = _load(name, "case")
    lines = [f"## {title}", "", f"{len(rows)} cases in `tests/extract/{name}.toml`.", ""]
    lines += ["| what | examples |", "| --- | --- |"]
    for what, group in _classes(rows):
        lines.append(f"| {_cell(what)} | {'<br>'.join(_examples(group))} |")
    return [*lines, ""]


def _examples(rows: list[Row]) -> Iterator[str]:
    found = [row for row in rows if row["found"]]
    nothing = [row for row in rows if not row["found"]]
    for row in found[:MOST_FOUND]:
        means = "; ".join(_meaning(entry) for entry in row["found"])
        yield f"{_marked(row)} → {means}"
    for row in nothing[: MOST_NOT if found else MOST_FOUND]:
        yield f"✗ {_marked(row)}"


def _marked(row: Row) -> str:
    """A case's text with its figures in bold; of a table's cell also the labels."""
    text, at, parts = row["text"], 0, []
    for entry in row["found"]:
        place = text.find(entry["text"], at)
        if place < 0:
            continue
        parts += [_cell(text[at:place]), f"**{_cell(entry['text'])}**"]
        at = place + len(entry["text"])
    shown = "".join([*parts, _cell(text[at:])])
    labels = [f"{side} {_cell(row[side])}" for side in ("row", "column") if side in row]
    return f"{shown} *({', '.join(labels)})*" if labels else shown


def _meaning(entry: Row) -> str:
    if "version" in entry:
        value = str(entry["version"])
    elif "value" in entry:
        value = str(entry["value"])
    else:
        value = f"{entry.get('low', '…')} to {entry.get('high', '…')}"
    unit = f" {entry['unit']}" if entry.get("unit") else ""
    more = [
        *([f"`{entry['modifier']}`"] if "modifier" in entry else []),
        *([f"per {entry['per']}"] if "per" in entry else []),
        *([f"out of {entry['out_of']}"] if "out_of" in entry else []),
        *([{"1": "up", "-1": "down"}[str(entry["direction"])]] if "direction" in entry else []),
        *([f"role “{entry['role']}”"] if "role" in entry else []),
        *([f"kind {entry['kind']}"] if "kind" in entry else []),
    ]
    return ", ".join([_cell(f"{value}{unit}"), *more])


def _times(name: str, title: str) -> list[str]:
    rows = _load(f"dates/{name}", "value")
    lines = [f"## {title}", ""]
    anchor = next((row["anchor"] for row in rows if "anchor" in row), None)
    if anchor is not None:
        lines += [f"In a document published on {anchor}, unless the row names another day.", ""]
    lines += ["| what | means | written |", "| --- | --- | --- |"]
    for row in rows:
        ends = " to ".join(dict.fromkeys(str(row.get(end, "…")) for end in ("start", "end")))
        if "start" not in row and "end" not in row:
            ends = "no date: " + (f"`{row['relative']}`" if "relative" in row else "kept as written")
        means = [ends, row["grain"], *([f"`{row['modifier']}`"] if "modifier" in row else [])]
        other = row.get("anchor", anchor)
        at = f" (published {other})" if other != anchor else ""
        written = [_cell(text).replace("«", "**").replace("»", "**") for text in row["texts"][:MOST_WAYS]]
        lines.append(f"| {_cell(row['what'])}{at} | {', '.join(means)} | {'<br>'.join(written)} |")
    return [*lines, ""]


def _no_dates() -> list[str]:
    lines = ["## What is no date", "", "| why | examples |", "| --- | --- |"]
    data = tomllib.loads((CORPORA / "dates" / "nothing.toml").read_text(encoding="utf-8"))
    for row in (*data["none"], *data["left"]):
        shown = [_cell(text).replace("«", "").replace("»", "") for text in row["texts"][:3]]
        lines.append(f"| {_cell(row['why'])} | {'<br>'.join(f'✗ {text}' for text in shown)} |")
    return [*lines, ""]


def _no_claims() -> list[str]:
    lines = ["## Numerals that are no claims", "", "| what | examples |", "| --- | --- |"]
    for what, group in _classes(_load("noise", "case")):
        shown = []
        for row in group[:MOST_FOUND]:
            found = [{"text": text} for text in row["found"]]
            kept = f" → only {', '.join(_cell(one['text']) for one in found)}" if found else ""
            shown.append(f"✗ {_marked({**row, 'found': found})}{kept}")
        lines.append(f"| {_cell(what)} | {'<br>'.join(shown)} |")
    return [*lines, ""]


def _others() -> list[str]:
    """Corpora that the page has no section of its own for: named, so that none is forgotten."""
    known = {*KINDS, "numerals", "bounds", "noise"}
    rest = [path.name for path in sorted(CORPORA.glob("*.toml")) if path.stem not in known]
    return [f"Further corpora: {', '.join(f'`{name}`' for name in rest)}.", ""] if rest else []


def _sentences() -> list[str]:
    path = ROOT / "tests" / "segment" / "sentences.toml"
    lines = ["## Sentences", "", "Where a text is cut, shown as ‖.", "", "| what | example |", "| --- | --- |"]
    last = ""
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        what = row.get("class", "")
        lines.append(f"| {_cell(what) if what != last else ''} | {' ‖ '.join(map(_cell, row['cut']))} |")
        last = what
    return lines


def _load(name: str, table: str) -> list[Row]:
    rows: list[Row] = tomllib.loads((CORPORA / f"{name}.toml").read_text(encoding="utf-8"))[table]
    return rows


def _classes(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Cases by class: a case without ``what`` is of the class of the one before it."""
    groups: list[tuple[str, list[Row]]] = []
    for row in rows:
        if "what" in row or not groups:
            groups.append((row.get("what", ""), []))
        groups[-1][1].append(row)
    return groups


def _ways(ways: list[str]) -> str:
    more = ", …" if len(ways) > MOST_WAYS else ""
    return ", ".join(_cell(way) for way in ways[:MOST_WAYS]) + more


def _cell(text: object) -> str:
    """A text inside a table of Markdown: nothing in it is markup, and what cannot be seen is named."""
    out = []
    for char in str(text):
        if char == "\n":
            out.append("⏎")
        elif char in "\\`*_[]()<>|#~$":
            out.append({"<": "&lt;", ">": "&gt;"}.get(char, f"\\{char}"))
        elif char != " " and unicodedata.category(char) in {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"}:
            out.append(f"‹U+{ord(char):04X}›")
        else:
            out.append(char)
    return "".join(out)


def main() -> int:
    """Write the page; says whether it changed."""
    text = page()
    changed = not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text
    if changed:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{PAGE.name}: {'written' if changed else 'up to date'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
