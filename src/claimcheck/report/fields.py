"""Claims field by field: what was read, from which words, and by what reasoning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.name_search import find_names
from claimcheck.claims.names import Names
from claimcheck.extract.tokens import Token, tokenise
from claimcheck.findings.fingerprint import SHORT
from claimcheck.lexicon import Lexicon, fold
from claimcheck.records import Claim, Document, Kind, TimeSpan
from claimcheck.report.columns import value_words
from claimcheck.report.model import Report
from claimcheck.report.phrases import time_words
from claimcheck.report.places import flat, link, quotation

__all__ = ["fields", "render"]

_NOTED = ("measure", "about", "when", "status", "unit")
_QUOTE = 160
_DATED = frozenset({Kind.DATE, Kind.PERIOD})

Row = tuple[str, str, str]
"""Field, value, and the words or the reasoning that gave it."""


def render(report: Report, lexicon: Lexicon, claims: Sequence[Claim] | None = None) -> str:
    """The claims, or those named, one after the other, each with its quotation and a row for each field."""
    names: dict[str, Names] = {}
    blocks = []
    for claim in report.claims if claims is None else claims:
        document = report.document(claim.document)
        if document.id not in names:
            names[document.id] = Names.of(document.text, lexicon)
        rows = [tuple(map(flat, row)) for row in fields(claim, document, names[document.id])]
        widths = [max(len(row[at]) for row in rows) for at in (0, 1)]
        lines = [f"{link(report, claim)}  {claim.fingerprint[:SHORT]}", f"    {quotation(report, claim, _QUOTE)}"]
        lines += [f"    {name:{widths[0]}}  {value:{widths[1]}}  {source}".rstrip() for name, value, source in rows]
        blocks.append("".join(f"{line}\n" for line in lines))
    return "\n".join(blocks)


def fields(claim: Claim, document: Document, names: Names) -> list[Row]:
    """A row for each field that holds something; what the notes say of none of them comes last, with ``confidence``."""
    notes = dict.fromkeys(_NOTED, "")
    rest = []
    for note in claim.notes:
        field, colon, text = note.partition(": ")
        if colon and field in notes:
            notes[field] = text
        else:
            rest.append(note)
    tokens = tokenise(document.text, claim.sentence)
    own = [token for token in tokens if not claim.span.start <= token.start < claim.span.end]
    figure = _quoted([claim.text])
    among = partial(_among, tokens=own)
    rows: list[Row] = [
        ("kind", claim.kind.value, figure),
        ("value", _value(claim), _because([claim.text], notes["unit"])),
        ("measure", claim.measure, _because(among(claim.measure.split()), notes["measure"])),
        ("about", ", ".join(claim.about), _because(_named(claim.about, tokens, names), notes["about"])),
        ("role", ", ".join(f"{name}: {role}" for role, name in claim.roles), ""),
        ("when", "" if claim.kind in _DATED else _time(claim.when), notes["when"]),
        ("place", claim.place or "", _because(_named([claim.place or ""], tokens, names), "")),
        ("scope", ", ".join(claim.scope), _because(_within(claim.scope, document, claim), "")),
        ("event", claim.event, _because(among([claim.event]), "")),
        ("attribution", claim.attribution or "", _because(among((claim.attribution or "").split()), "")),
        ("status", claim.status.value, notes["status"]),
        ("confidence", f"{claim.confidence:g}", "; ".join(rest)),
    ]
    return [(name, value or "-", source) for name, value, source in rows if value or (name in _NOTED and source)]


def _time(when: TimeSpan | None) -> str:
    """First and last day, with how fine and how bounded the wording is."""
    if when is None or (when.start is None and when.end is None):
        return time_words(when)
    ends = [end.isoformat() if end is not None else "open" for end in (when.start, when.end)]
    days = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    return f"{days}, {when.granularity.value}, {when.modifier.value.replace('_', ' ')}"


def _value(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity is None:
        return _time(claim.when)
    bound = quantity.modifier.value.replace("_", " ")
    group = f"out of {quantity.out_of.normalize():f}" if quantity.out_of is not None else ""
    return ", ".join(part for part in (value_words(claim), bound, group, quantity.role) if part)


def _because(words: Iterable[str], note: str) -> str:
    return ": ".join(part for part in (_quoted(words), note) if part)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words) if word)


def _among(lemmas: Iterable[str], tokens: Sequence[Token]) -> list[str]:
    """The words of a sentence that have one of the lemmas, in order."""
    wanted = {fold(one) for one in lemmas} - {""}
    return [token.text for token in tokens if {token.norm, lemma(token.norm), verb_lemma(token.norm)} & wanted]


def _named(entities: Iterable[str], tokens: Sequence[Token], names: Names) -> list[str]:
    """The wording by which a sentence names the entities."""
    wanted = set(entities) - {""}
    found = find_names(names, tokens, [False] * len(tokens)) if wanted else []
    named = [name for name in found if name.canonical in wanted or name.inside in wanted]
    worded = wanted - {name.canonical for name in named} - {name.inside for name in named}
    return [" ".join(token.text for token in tokens[name.first : name.last]) for name in named] + [
        name for name in sorted(worded) if f" {fold(name)} " in f" {' '.join(token.norm for token in tokens)} "
    ]


def _within(words: Iterable[str], document: Document, claim: Claim) -> list[str]:
    """The scope words that the sentence has as they are; others stand for a wording of the table of scopes."""
    sentence = fold(claim.sentence.cover(document.text))
    return [word for word in words if word in sentence]
