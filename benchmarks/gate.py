"""How long the gate takes on a tree of Markdown files: cold, warm, and warm with one file edited.

    python benchmarks/gate.py [--files 1000] [--size 10000] [--runs 3] [--whole]

The tree is made anew from a fixed seed: each file is on a subject of its own, about one figure to 60 words, and some
figures that other files repeat. Every run is a process of its own with compiled modules, as in a hook. Of the warm runs
the quickest of several is told, and the processor's time beside the clock's, which other work on the machine draws out.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "ha",
    "je",
    "ki",
    "lo",
    "mu",
    "na",
    "pe",
    "qui",
    "ro",
    "su",
    "ta",
    "ve",
    "wi",
    "xa",
    "zo",
    "bran",
    "dell",
    "fenn",
    "gors",
    "holm",
]
NOUNS = [
    "bridge",
    "valve",
    "sensor",
    "report",
    "branch",
    "panel",
    "filter",
    "ledger",
    "shelf",
    "lamp",
    "engine",
    "gate",
    "tower",
    "canal",
    "archive",
]
VERBS = ["holds", "serves", "needs", "covers", "reaches", "feeds", "links", "guards", "keeps", "moves"]
FILLER = [
    "The matter was discussed at length and left as it is",
    "Whoever reads this should talk to the people in charge first",
    "Nothing of it is new, and most of it will stay true for a long while",
    "Where in doubt, ask; where not, go on",
    "It is easier to follow the text with the drawing at hand",
    "The drawing shows how the parts fit together and what can be left out",
]


def name(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize()


def page(rng: random.Random, size: int, others: list[tuple[str, str, int]]) -> str:
    subject = name(rng)
    lines = [f"# {subject}", ""]
    length = 0
    while length < size:
        noun, verb, value = rng.choice(NOUNS), rng.choice(VERBS), rng.randint(2, 90_000)
        parts = [rng.choice(FILLER) + "." for _ in range(rng.randint(2, 5))]
        parts.append(f"The {noun} of {subject} {verb} {value:,} {rng.choice(NOUNS)}s.")
        if others and rng.random() < 0.1:
            where, what, figure = rng.choice(others)
            parts.append(f"The {what} of {where} holds {figure:,} parts.")
        elif rng.random() < 0.1:
            others.append((subject, noun, value))
            parts.append(f"The {noun} of {subject} holds {value:,} parts.")
        paragraph = " ".join(parts)
        if rng.random() < 0.1:
            paragraph = f"## {name(rng)} {rng.choice(NOUNS)}\n\n{paragraph}"
        lines += [paragraph, ""]
        length += len(paragraph)
    return "\n".join(lines)


def git(tree: Path, *words: str) -> None:
    who = ["-c", "user.name=b", "-c", "user.email=b@example.org"]
    subprocess.run(["git", *who, *words], cwd=tree, check=True, capture_output=True)


def timed(tree: Path, *words: str) -> tuple[float, float, str]:
    """Seconds on the clock and of the processor, git's included; and the last line of the output."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "check", ".", "--format", "text", *words],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    took, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, used, done.stdout.strip().splitlines()[-1]


def tell(what: str, runs: list[tuple[float, float, str]]) -> None:
    took, used = min(run[0] for run in runs), min(run[1] for run in runs)
    print(f"{what:26} {took:7.2f} s, of the processor {used:7.2f} s  {runs[0][2]}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3, help="how often each warm run is made")
    parser.add_argument("--whole", action="store_true", help="also time the whole tree, without --base")
    args = parser.parse_args()
    rng = random.Random(20240501)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        os.environ["CLAIMCHECK_CACHE_DIR"] = str(Path(folder) / "cache")
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        others: list[tuple[str, str, int]] = []
        for number in range(args.files):
            path = tree / f"part{number % 20:02}" / f"page{number:04}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(rng, args.size, others), encoding="utf-8")
        git(tree, "init", "-q")
        git(tree, "add", "-A")
        git(tree, "commit", "-q", "-m", "all")
        print(f"{args.files} files, {sum(p.stat().st_size for p in tree.rglob('*.md')) / 1e6:.1f} MB")
        tell("cold, --base HEAD", [timed(tree, "--base", "HEAD")])
        tell("warm, nothing edited", [timed(tree, "--base", "HEAD") for _ in range(args.runs)])
        where, what, figure = others[0]
        edited = next(p for p in sorted(tree.rglob("*.md")) if f"{what} of {where} holds {figure:,}" in p.read_text())
        text = edited.read_text(encoding="utf-8")
        first, again = [], []
        for number in range(args.runs):
            new = f"holds {figure + 17 + number:,} parts"
            edited.write_text(text.replace(f"holds {figure:,} parts", new, 1), encoding="utf-8")
            first.append(timed(tree, "--base", "HEAD"))
            again.append(timed(tree, "--base", "HEAD"))
        tell("warm, one file edited", first)
        tell("warm, the same again", again)
        if args.whole:
            tell("the whole tree", [timed(tree)])
            tell("the whole tree again", [timed(tree) for _ in range(args.runs)])
        size = sum(p.stat().st_size for p in (Path(folder) / "cache").iterdir())
        print(f"store {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
