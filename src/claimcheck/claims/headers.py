"""Units and scales that a table states once, in a header or its caption: "Revenue (US$ m)", "Amount (thousand USD)"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

import regex
from attrs import evolve, frozen

from claimcheck.claims.settings import description_of, unit_beside
from claimcheck.extract import scan_unit
from claimcheck.extract.scan import Conventions, Mention, Scan
from claimcheck.extract.units import UnitClass, UnitWord, prefix_unit, suffix_unit
from claimcheck.lexicon import load_table
from claimcheck.records import Document, Kind, Quantity, Span
from claimcheck.segment.model import Block, BlockKind, Cell, Unit

__all__ = ["with_described_unit", "with_header_unit", "with_label_unit", "with_noted_unit"]

_HELD = regex.compile(r"\(([^()]{1,90})\)|,\s*([^,()]{1,40})$")
_FIRST = regex.compile(r"[^;:,]*")
_OF_WHAT = regex.compile(r"(?<=^(?:percent|per cent|%|percentage|share)) of\b.*")
_TIMELY = regex.compile(r"[\W\d]*|(?:(?:FY|Q[1-4]|H[12])[ -]?)?\d{4}(?:[/–-]\d{2,4})?[AEFPaefp]?")
_SCALES = {
    "thousand": 3,
    "thousands": 3,
    "'000": 3,
    "000": 3,
    "k": 3,
    "million": 6,
    "millions": 6,
    "mn": 6,
    "m": 6,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "b": 9,
}
_KINDS = {
    UnitClass.MONEY: Kind.MONEY,
    UnitClass.PERCENT: Kind.PERCENT,
    UnitClass.MEASURE: Kind.MEASURE,
    UnitClass.TIME: Kind.DURATION,
}


@frozen
class _Stated:
    scale: Decimal
    unit: UnitWord | None


def with_header_unit(mention: Mention, cell: Cell) -> Mention:
    """The mention with the scale and unit that its column's header, its row's label or the caption states."""
    quantity = mention.quantity
    if quantity is None or mention.kind is not Kind.COUNT or quantity.unit is not None or cell.header:
        return mention
    for label in (cell.column_label, cell.row_label, cell.caption):
        stated = _stated(label) or _suffixed(label)
        if stated is not None:
            return _apply(mention, quantity, stated, label)
        rate = _rate(label)
        if rate is not None:
            changed = evolve(quantity, unit=rate.unit, per=rate.per)
            return evolve(mention, kind=Kind.MEASURE, quantity=changed, notes=(*mention.notes, f"unit: “{label}”"))
    if cell.corner and _TIMELY.fullmatch(cell.column_label.strip()):
        stated = _stated(cell.corner) or _bare(cell.corner)  # "Loans, € million | 2019 | 2020", "£m | 2019 | 2020"
        if stated is not None:
            return _apply(mention, quantity, stated, cell.corner)
    return mention


@lru_cache(64)
def _noted(text: str) -> tuple[tuple[int, str, _Stated], ...]:
    """Where the text says in what its figures are given, and in what: "All quantities in tonnes, live weight."."""
    found = ((match.end(), match[0].strip("*_:(. \n"), _read(match[1].strip())) for match in _NOTE.finditer(text))
    return tuple(
        (at, note, _Stated(scale, unit)) for at, note, (scale, unit) in found if unit is not None or scale != 1
    )


def with_noted_unit(mention: Mention, cell: Cell, text: str) -> Mention:
    """The mention with the unit that a note above the table gives for its figures, except for people and numbers of."""
    quantity = mention.quantity
    if quantity is None or mention.kind is not Kind.COUNT or quantity.unit is not None or cell.header:
        return mention
    notes = [(note, stated) for at, note, stated in _noted(text) if at <= cell.span.start]
    if not notes:
        return mention
    labels = {word for label in (cell.column_label, cell.row_label) for word in _WORD.findall(label.lower())}
    if not labels.isdisjoint(_counted()) or any(map(_UNITED.search, (cell.column_label, cell.row_label))):
        return mention
    column = cell.column_label.strip()
    if not _TIMELY.fullmatch(column) and column.endswith("s") and column.split()[-1].lower() not in _quantities():
        return mention  # a column of things that are counted
    note, stated = notes[-1]
    return _apply(mention, quantity, stated, note, "note")


@cache
def _quantities() -> frozenset[str]:
    return frozenset(load_table("table_headers")["quantities"])


@cache
def _counted() -> frozenset[str]:
    people = load_table("people")
    nouns = {*people["generic"], *people["specific"]}
    return frozenset({*nouns, *(f"{noun}s" for noun in nouns), *load_table("table_headers")["counts"]})


_WORD = regex.compile(r"[^\W\d_]+|[#%№]")
_UNITED = regex.compile(r"[(%]")
_NOTE = regex.compile(
    r"(?im)(?:^|[.(:*_]\s?)(?:all |the )?(?:other )?"
    r"(?:quantit(?:y|ies)|figures?|amounts?|values?|weights?|sums|prices|costs|catch(?:es)?|landings|totals|volumes|"
    r"areas|lengths|distances|data)(?: (?:in|of) (?:this|the|these) \w+)?(?: (?:are|is))?"
    r"(?: (?:given|shown|stated|expressed|quoted|reported|listed))? in ([^.,;()|*\n]{1,30})(?=[.,;()*\n]|$)"
)


def with_described_unit(mention: Mention, document: Document) -> Mention:
    """The mention with the unit that its setting's row gives: "seconds to wait for an answer", or "ms" in a cell."""
    quantity = mention.quantity
    if quantity is None or quantity.unit is not None or mention.kind is not Kind.COUNT or quantity.per is not None:
        return mention
    said = description_of(document.text, mention.span.start, mention.span.end)
    beside = unit_beside(document.text, mention.span.start, mention.span.end).strip("`*_ ")
    if beside and len(beside) <= _UNIT_LENGTH and beside.isalpha():
        scale, unit = _read(beside)
        if unit is not None and unit.cls in (UnitClass.TIME, UnitClass.MEASURE):
            return _apply(mention, quantity, _Stated(scale, unit), beside, "cell")
    found = _OPENING.match(said) or _GIVEN_IN.search(said)
    if found is not None:
        scale, unit = _read(found[1].lower() if found[1].islower() or found[1].istitle() else found[1])
        if unit is not None and unit.cls in (UnitClass.TIME, UnitClass.MEASURE):
            return _apply(mention, quantity, _Stated(scale, unit), found[1])
    if (rate := _PER.match(said)) is not None:
        return evolve(mention, quantity=evolve(quantity, per=rate[1]), notes=(*mention.notes, f"rate: “{rate[0]}”"))
    return mention


# "Seconds after which …", "Time in minutes …".
_GIVEN_IN = regex.compile(r"\bin ([a-z]{3,14}s|[KMGT]i?B|ms)(?=$|[ .,;)])")
_PER = regex.compile(r"(?:(?!per\b)[A-Za-z-]+ ){1,4}per (second|minute|hour|day)\b")
_UNIT_LENGTH = 12
_OPENING = regex.compile(
    r"([A-Za-z]{3,14}s)\b(?=\)|$|\s(?:to|for|after|before|until|between|that|of|a|an|in|without|during|per)\b)"
)


def with_label_unit(mention: Mention, scan: Scan) -> Mention:
    """The mention with the scale and unit of the label that it is the value of: "Loans, in million dollars: 48.6"."""
    quantity, at = mention.quantity, mention.first - 1
    if quantity is None or mention.kind is not Kind.COUNT or quantity.unit is not None or at < 2:
        return mention
    if scan.norm(at) != ":" or scan.norm(mention.last).isalpha():
        return mention
    label = scan.document.text[scan.tokens[0].start : scan.tokens[at].start].rpartition(":")[2]
    stated = _stated(label)
    return mention if stated is None else _apply(mention, quantity, stated, label)


@lru_cache(4096)
def _stated(label: str) -> _Stated | None:
    for match in _HELD.finditer(label):
        inside = (match.group(1) or match.group(2) or "").strip()
        scale, unit = _read(_OF_WHAT.sub("", _FIRST.match(inside)[0]))
        if unit is not None or scale != 1:
            return _Stated(scale, unit)
    return None


@lru_cache(4096)
def _rate(label: str) -> Quantity | None:
    """A measure of one unit in another that a label's brackets give: "(micrograms per cubic metre; limit: 40)"."""
    for match in _HELD.finditer(label):
        inside = _FIRST.match((match.group(1) or match.group(2) or "").strip())[0]
        if " per " not in inside and "/" not in inside:
            continue
        text = f"1 {inside}"
        document, span = Document.from_text(text), Span(0, len(text))
        scan = scan_unit(document, Unit(span, Block(BlockKind.TABLE, span), 0, 0), Conventions())
        for mention in scan.mentions if scan is not None else ():
            if mention.kind is Kind.MEASURE and mention.quantity is not None and mention.span == span:
                return mention.quantity
    return None


def _bare(label: str) -> _Stated | None:
    """The scale and unit of money that a corner consists of."""
    scale, unit = _read(label.strip(" *_").lower() if label.isupper() else label.strip(" *_"))
    return _Stated(scale, unit) if unit is not None and unit.cls is UnitClass.MONEY else None


@cache
def _goods() -> frozenset[str]:
    return frozenset(load_table("table_headers")["goods"])


@lru_cache(4096)
def _suffixed(label: str) -> _Stated | None:
    """The unit that a setting's name ends in: ``keep_days``, ``max_message_bytes``, ``timeout-ms``."""
    name = label.strip("`* ").lower().replace("-", "_")
    if "_" not in name or " " in name:
        return None
    last = name.rsplit("_", 1)[1]
    scale, unit = _read(last.upper() if last in {"kb", "mb", "gb", "tb"} else last)
    return _Stated(scale, unit) if unit is not None else None


def _read(text: str) -> tuple[Decimal, UnitWord | None]:
    """The scale and unit that a short text consists of; (1, None) where it holds anything else."""
    # A symbol such as "m" is a unit only after a number: give it one.
    text = f"1 {text}"
    document = Document.from_text(text)
    span = Span(0, len(text))
    scan = Scan.of(document, Unit(span, Block(BlockKind.TABLE, span), 0, 0), Conventions())
    scale = Decimal(1)
    unit: UnitWord | None = None
    at = 1
    while at < len(scan.tokens):
        word = scan.norm(at)
        power = _SCALES.get(word)
        raised = at + 1 < len(scan.tokens) and scan.tokens[at + 1].text in ("²", "³")
        lone = (len(scan.tokens) == 2 or raised) and word in {"m", "b", "k"}
        if power is not None and not lone and scale in (1, 1000):
            scale *= Decimal(10) ** power
            at += 1
            continue
        found = suffix_unit(scan, at) or prefix_unit(scan, at)
        if found is None or unit is not None:
            if word == "per" and unit is not None and scan.norm(at + 1) in _goods():
                break  # "grams per meal": each row or column is of one
            if word in {"in", "of", "us"}:
                at += 1
                continue
            return Decimal(1), None
        unit = found
        at = found.last
    return scale, unit


def _apply(mention: Mention, quantity: Quantity, stated: _Stated, label: str, where: str = "header") -> Mention:
    factor = stated.scale * (stated.unit.factor if stated.unit else 1)

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * factor

    changed = evolve(
        quantity,
        low=scaled(quantity.low),
        high=scaled(quantity.high),
        precision=scaled(quantity.precision),
        unit=stated.unit.unit if stated.unit else None,
    )
    kind = _KINDS.get(stated.unit.cls, mention.kind) if stated.unit else mention.kind
    return evolve(mention, kind=kind, quantity=changed, notes=(*mention.notes, f"unit: the {where} “{label.strip()}”"))
