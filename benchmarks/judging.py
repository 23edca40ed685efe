#!/usr/bin/env python3
"""How judging grows: time and memory a claim, from 1,000 synthetic claims to 1,000,000.

    python benchmarks/judging.py [--sizes 1000 10000 100000] [--largest] [--processes N] [--seed N] [--json]

The claims are of a made world: facts with an entity, a noun with the words before it, a year, a unit and a value.
Words and names follow Zipf's law, flattened at its head as in real text: in the larger corpora no noun is the head of
more than some 4% of the claims. There are more of them the larger the corpus is (Heaps' law). The most frequent words
are the common ones of the background list, so that about half of a claim's words weigh less than a rare word, as in
real text. A larger corpus has more topics, not more of each: a topic has some nouns, verbs and names of its own and
shares others with the rest of the world, so that the facts of one entity and noun do not multiply with the corpus.
(An earlier generator drew every noun for every entity from one fixed list of rare words: one claim in nine had the
same noun, and the facts of one entity and noun grew sixfold with each tenfold corpus.) A document holds some forty
claims of one topic and few entities; a fact is told two or three times over, mostly with its value, now and then
rounded or with another one, which plants agreements and conflicts. The claims are built directly, with the sentences
they stand in, since reading and extraction are measured elsewhere. Every size runs in a process of its own, so that
the peak of memory is its own: the claims and documents are there before, what judging adds is counted, and beside it
the whole peak. Growth is told twice: as what a claim takes against one of the smallest corpus (1.00 is flat), and as
the exponent from one size to the next (1.00 is linear). Only ratios within one run say something of the program;
seconds are those of the processor, of all processes together; `elapsed` is the clock's. One process judges all unless
--processes says otherwise; then the memory told is that of the first process alone. 100,000 claims have taken 1.2
gigabytes at most, themselves and the program counted in. --largest adds the 1,000,000, which take 13 and three quarters
of an hour.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import math
import random
import subprocess
import sys
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from attrs import frozen

from claimcheck.findings import judge
from claimcheck.lexicon import load_table
from claimcheck.packs import load_rules
from claimcheck.records import Claim, Document, Granularity, Kind, Quantity, Section, Span, TimeSpan

try:
    import resource
except ImportError:  # Windows has no such module; then memory is left out
    resource = None  # type: ignore[assignment]

_T = TypeVar("_T")

NOUNS, MODIFIERS, VERBS = 60, 40, 12  # different words of a topic
OWN, SHARED = 8, 12  # entities of a topic: its own, and those of the world
TOPIC = 400  # facts of one topic
PER_DOCUMENT = 40
TOLD = 2.5  # times that one fact is told
SAME, ROUNDED = 0.85, 0.95  # shares of claims with a fact's own value, and with that or a rounded one
KINDS = ((Kind.COUNT, None, 50), (Kind.MONEY, "USD", 15), (Kind.PERCENT, "percent", 12), (Kind.MEASURE, "kilometer", 8))
DATED = 15  # of a hundred
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def zipf(items: Sequence[_T], dice: random.Random, exponent: float = 1.0, head: int = 1) -> Callable[[], _T]:
    """Draws items by Zipf's and Mandelbrot's law: ``head`` flattens it for the most frequent."""
    sums = list(itertools.accumulate((rank + head) ** -exponent for rank in range(len(items))))
    return lambda: items[min(bisect(sums, dice.random() * sums[-1]), len(items) - 1)]


def words(count: int, dice: random.Random, end: str, syllables: int = 3) -> list[str]:
    """So many different made words."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(dice.choice(SYLLABLES) for _ in range(syllables)) + end] = None
    return list(made)


@frozen
class Fact:
    """What the corpus tells of, more than once; a fact without a value is the date of an event."""

    entity: str
    noun: str
    modifiers: tuple[str, ...]
    verb: str
    year: int
    kind: Kind
    unit: str | None
    value: Decimal | None
    day: dt.date


def vocabulary(count: int, common: Sequence[str], dice: random.Random, end: str) -> Callable[[], str]:
    """Draws words: the common ones first by frequency, and as many made ones as a corpus of so many facts has."""
    return zipf([*common, *words(round(20 * count**0.6), dice, end)], dice, head=6)


def several(count: int, draw: Callable[[], str]) -> list[str]:
    """So many different words."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[draw()] = None
    return list(found)


def facts(count: int, dice: random.Random) -> list[list[Fact]]:
    """The facts of each topic, those of one entity beside each other."""
    table = load_table("common_words")
    common = [*table["slight"], *table["some"]]
    dice.shuffle(common)
    third = len(common) // 3
    draw_noun = vocabulary(count, common[:third], dice, "ter")
    draw_modifier = vocabulary(count, common[third : 2 * third], dice, "al")
    draw_verb = vocabulary(count // 10, common[2 * third :], dice, "ate")
    world = zipf([name.capitalize() for name in words(max(60, round(6 * count**0.6)), dice, "nia", 4)], dice, 0.8)
    kinds = [(kind, unit) for kind, unit, share in KINDS for _ in range(share)]
    made = []
    for start in range(0, count, TOPIC):
        own = [name.capitalize() for name in words(OWN, dice, "land", 5)]
        entity = zipf([*own, *several(SHARED, world)], dice, 0.8)
        noun = zipf(several(NOUNS, draw_noun), dice, 0.8)
        modifier, verb = several(MODIFIERS, draw_modifier), several(VERBS, draw_verb)
        topic = []
        for _ in range(min(TOPIC, count - start)):
            dated = dice.randrange(100) < DATED
            kind, unit = (Kind.DATE, None) if dated else dice.choice(kinds)
            value = Decimal(dice.randrange(1, 99) if kind is Kind.PERCENT else round(10 ** dice.uniform(0.3, 7)))
            day = dt.date(2000, 1, 1) + dt.timedelta(days=dice.randrange(9_000))
            about = tuple(dice.sample(modifier, dice.choice((0, 1, 1, 2))))
            said = None if dated else value
            topic.append(Fact(entity(), noun(), about, dice.choice(verb), day.year, kind, unit, said, day))
        made.append(sorted(topic, key=lambda fact: fact.entity))
    return made


def corpus(size: int, seed: int) -> tuple[list[Claim], list[Document]]:
    """So many claims, and the documents they stand in."""
    dice = random.Random(seed)
    known = facts(max(1, round(size / TOLD)), dice)
    filler = vocabulary(round(size / TOLD), load_table("common_words")["some"], dice, "ing")
    claims: list[Claim] = []
    documents: list[Document] = []
    while len(claims) < size:
        # A document takes its facts from a few places of its topic, so that it is of few entities.
        topic = dice.choice(known)
        places = [dice.randrange(len(topic)) for _ in range(4)]
        id = f"{len(documents):07}.txt"
        parts: list[str] = []
        at = 0
        for number in range(min(PER_DOCUMENT, size - len(claims))):
            fact = topic[(dice.choice(places) + dice.randrange(12)) % len(topic)]
            sentence, claim = told(fact, id, at, number, [filler() for _ in range(3)], dice)
            parts.append(sentence)
            claims.append(claim)
            at += len(sentence) + 1
        text = " ".join(parts)
        published = dt.date(2024, 1, 1) + dt.timedelta(days=dice.randrange(60))
        title = f"{filler()} {topic[places[0]].entity}"
        sections = (Section(title, Span(0, len(text))),)
        documents.append(Document(id, text, title=title, published=published, sections=sections))
    return claims, documents


def told(fact: Fact, id: str, at: int, number: int, beside: Sequence[str], dice: random.Random) -> tuple[str, Claim]:
    """A sentence that tells a fact, and its claim."""
    measure = " ".join((*fact.modifiers, fact.noun))
    quantity, when = None, TimeSpan(dt.date(fact.year, 1, 1), dt.date(fact.year, 12, 31), Granularity.YEAR)
    if fact.value is None:
        day = fact.day if dice.random() < SAME else fact.day + dt.timedelta(days=dice.randrange(1, 300))
        shown, when = f"{day:%d %B %Y}", TimeSpan(day, day)
    else:
        value = figure(fact.value, dice)
        quantity = Quantity(value, value, fact.unit, precision=Decimal(1))
        shown = f"{value:,}"
    lead = f"In {fact.year}, {fact.entity} {fact.verb} "
    sentence = f"{lead}{shown} {measure} by {' '.join(beside)}."
    return sentence, Claim(
        kind=fact.kind,
        text=shown,
        span=Span(at + len(lead), at + len(lead) + len(shown)),
        document=id,
        quantity=quantity,
        measure=measure,
        head=fact.noun,
        about=(fact.entity,),
        when=when if fact.value is None or dice.random() < 0.7 else None,
        event=fact.verb,
        terms=(fact.entity.lower(), fact.verb, *fact.modifiers, fact.noun, *beside),
        sentence=Span(at, at + len(sentence)),
        section="",
        fingerprint=f"{id}:{number}",
    )


def figure(value: Decimal, dice: random.Random) -> Decimal:
    """A fact's value as somebody gives it: as it is, rounded to two digits, or another one."""
    luck = dice.random()
    if luck < SAME:
        return value
    if luck < ROUNDED:
        return Decimal(int(round(value, 2 - len(str(value))))) if value > 100 else value
    return Decimal(max(1, round(int(value) * dice.uniform(0.5, 1.8))))


def peak() -> float:
    """The most memory that this process has had, in bytes; not a number where the system doesn't say."""
    if resource is None:
        return math.nan
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(most if sys.platform == "darwin" else most * 1024)


def others() -> float:
    """The seconds of the processor that the processes which this one has made have taken."""
    if resource is None:
        return 0.0
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def one(size: int, seed: int, processes: int) -> dict[str, Any]:
    """Judge one corpus in this process."""
    rules = load_rules()
    judge(*corpus(200, seed + 1), rules, processes=1)  # tables and patterns are loaded once a process
    claims, documents = corpus(size, seed)
    before = peak()
    began, started = time.process_time(), time.perf_counter()
    findings = judge(claims, documents, rules, processes=processes)
    seconds, elapsed = time.process_time() - began, time.perf_counter() - started
    return {
        "claims": len(claims),
        "documents": len(documents),
        "findings": dict(Counter(finding.relation.value for finding in findings)),
        "seconds": seconds + others(),
        "elapsed": elapsed,
        "bytes": peak() - before,
        "peak": peak(),
    }


def measured(size: int, seed: int, processes: int) -> dict[str, Any]:
    """Judge one corpus in a process of its own."""
    command = [sys.executable, __file__, "--one", str(size), "--seed", str(seed), "--processes", str(processes)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    row: dict[str, Any] = json.loads(done.stdout)
    return row


def growth(rows: Sequence[dict[str, Any]]) -> None:
    """Add the growth of time and memory to each row: the exponents against the row before, where 1.0 is linear, and
    what a claim takes against one of the first row, where 1.0 is flat.
    """
    for row in rows:
        for what in ("seconds", "bytes"):
            first = rows[0][what] / rows[0]["claims"]
            row[f"{what} ratio"] = row[what] / row["claims"] / first if first > 0 else math.nan
    for before, row in itertools.pairwise(rows):
        steps = math.log(row["claims"] / before["claims"])
        for what in ("seconds", "bytes"):
            row[f"{what} exponent"] = math.log(row[what] / before[what]) / steps if before[what] > 0 else math.nan


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], metavar="N")
    parser.add_argument("--largest", action="store_true", help="1,000,000 claims as well")
    parser.add_argument("--processes", type=int, default=1, metavar="N")
    parser.add_argument("--seed", type=int, default=7, metavar="N")
    parser.add_argument("--one", type=int, metavar="N", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if args.one:
        print(json.dumps(one(args.one, args.seed, args.processes)))
        return 0
    sizes = sorted({*args.sizes, *([1_000_000] if args.largest else [])})
    rows = [measured(size, args.seed, args.processes) for size in sizes]
    growth(rows)
    if args.json:
        print(json.dumps(rows, indent=2))
        return 0
    heads = f"{'claims':>9} {'documents':>9} {'findings':>8} {'s':>8} {'elapsed':>8} {'ms/claim':>9}"
    heads = f"{heads} {'KB/claim':>9} {'peak MB':>8}"
    print(f"{heads} {'against the first: time, memory':>32}  exponents")
    for row in rows:
        told_of = sum(row["findings"].values())
        each, room = row["seconds"] / row["claims"] * 1000, row["bytes"] / row["claims"] / 1000
        grown = f"  {row['seconds exponent']:.2f}, {row['bytes exponent']:.2f}" if "seconds exponent" in row else ""
        sizes_of = f"{row['claims']:9,} {row['documents']:9,} {told_of:8,}"
        ratios = f"{row['seconds ratio']:.2f}, {row['bytes ratio']:.2f}"
        took = f"{row['seconds']:8.2f} {row['elapsed']:8.2f} {each:9.3f}"
        print(f"{sizes_of} {took} {room:9.2f} {row['peak'] / 1e6:8.0f} {ratios:>32}{grown}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
