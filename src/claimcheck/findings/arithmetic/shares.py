"""A part, its base and the share beside them, within one sentence.

The three must stand together: "40 of the 200 witnesses (20 %)", "12 of 60 members, or a quarter", "of the 800 pupils,
300 (38 %)", "38 % (300 of 800 pupils)", "300 pupils, or 38 % of the 800".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from claimcheck.align import Profile
from claimcheck.compare.share import share_in_words, share_of
from claimcheck.compare.verdict import Verdict
from claimcheck.findings.arithmetic.model import Miscount, told
from claimcheck.findings.select import Selection
from claimcheck.lexicon import load_table
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind, Modifier, Relation

__all__ = ["misshared"]

_WORD = r"[^\W\d_][\w'’-]*"
_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|all|all the|these|those|his|her|our|some)\s+)?", re.IGNORECASE)
_NOUNS = rf"(?:\s+{_WORD}){{0,4}}"
_BREAKS = re.compile(r"\b(?:and|or|but|that|which|who|than|per|from|to|by|after|before|while|in)\b", re.IGNORECASE)
# From a base, or from a part after its base, to the share.
_TO_SHARE = re.compile(
    rf"(?P<nouns>{_NOUNS})\s*(?:\(|\[|,\s+or\s+|\s[–—-]\s(?:or\s+)?|,\s+(?:that is|i\.e\.),?\s+|\s+=\s*)$",
    re.IGNORECASE,
)
_END = re.compile(r"\s*(?:[),;.:\]–—]|$|\s-\s|of\s+(?:them|the total|all)\b)", re.IGNORECASE)
_INTO_BRACKETS = re.compile(r"\s*\((?:or\s+)?", re.IGNORECASE)
_OR = re.compile(rf"(?P<nouns>{_NOUNS})(?:,?\s+or\s+|\s*\()$", re.IGNORECASE)


@cache
def _fraction() -> re.Pattern[str]:
    words = "|".join(load_table("shares")["fractions"])
    lead = rf"(?P<nouns>{_NOUNS}),?\s*(?:\(|\bor\s+|[–—]\s*)(?:exactly\s+)?"
    return re.compile(rf"{lead}(?P<text>(?P<many>an?|one|two|three)\s+(?P<part>{words})s?)\b(?=\s*[),;.:\]–—]|$)", re.I)


_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def misshared(groups: Iterable[Sequence[Profile]], selection: Selection) -> list[Miscount]:
    """All sentences whose share is not that of the part in the base."""
    found = []
    for group in groups:
        document = selection.documents.get(group[0].claim.document)
        claims = [one.claim for one in group]
        if document is None or len(claims) < _FEWEST or claims[0].structure == "table":
            continue
        rule = selection.rule("share", Relation.CONTRADICTS, claims[0])
        based = group[0].claim if group[0].claim.kind is Kind.COUNT and group[0].clause.base else None
        if rule is None:
            continue
        for concerned, verdict in _shares(claims, document.text, based, rule.tolerance):
            if verdict is not None and verdict.relation is Relation.CONTRADICTS and told(concerned):
                found.append(Miscount(rule, concerned, verdict))
    return found


_FEWEST = 2

Found = tuple[tuple[Claim, ...], Verdict | None]


def _shares(claims: Sequence[Claim], text: str, based: Claim | None, tolerance: Tolerance) -> Iterator[Found]:
    for at, claim in enumerate(claims):
        after = claims[at + 1] if at + 1 < len(claims) else None
        third = claims[at + 2] if at + 2 < len(claims) else None
        if claim.kind is Kind.COUNT:
            if after is not None and after.kind is Kind.COUNT and _is_of(claim, after, text):
                # "40 of the 200 witnesses (20 %)", "12 of 60 members, or a quarter"
                if third is not None and _is_share(third) and _leads(after, third, text):
                    yield (claim, after, third), share_of(claim, after, third, tolerance)
                elif (words := _in_words(after, text)) is not None:
                    yield (claim, after), share_in_words(claim, after, *words, tolerance)
            elif after is not None and _is_share(after):
                if based is not None and claim is not based and _leads(claim, after, text):
                    # "Of the 800 pupils, 300 (38 %) …"
                    yield (based, claim, after), share_of(claim, based, after, tolerance)
                elif third is not None and third.kind is Kind.COUNT and _is_of(after, third, text):
                    # "300 pupils, or 38 % of the 800"
                    lead = _OR.fullmatch(text, claim.span.end, after.span.start)
                    if lead is not None and not _BREAKS.search(lead["nouns"]):
                        yield (claim, third, after), share_of(claim, third, after, tolerance)
        elif _is_share(claim) and after is not None and third is not None and after.kind is third.kind is Kind.COUNT:
            # "38 % (300 of 800 pupils)"
            inside = _INTO_BRACKETS.fullmatch(text, claim.span.end, after.span.start)
            if inside is not None and _is_of(after, third, text) and _closes(third, text):
                yield (after, third, claim), share_of(after, third, claim, tolerance)


def _is_share(claim: Claim) -> bool:
    quantity = claim.quantity
    return claim.kind is Kind.PERCENT and quantity is not None and not quantity.role and quantity.out_of is None


def _is_of(part: Claim, base: Claim, text: str) -> bool:
    """Whether "of" alone, or with an article, stands between the two, and the base is one plain figure."""
    quantity = base.quantity
    if quantity is None or quantity.modifier is Modifier.RANGE:
        return False
    return _OF.fullmatch(text, part.span.end, base.span.start) is not None


def _leads(figure: Claim, share: Claim, text: str) -> bool:
    """Whether a share follows a figure and its noun in brackets or after "or", and nothing narrows it."""
    match = _TO_SHARE.fullmatch(text, figure.span.end, share.span.start)
    if match is None or _BREAKS.search(match["nouns"]):
        return False
    return _END.match(text, share.span.end, share.sentence.end) is not None


def _closes(base: Claim, text: str) -> bool:
    rest = re.compile(rf"{_NOUNS}\s*\)").match(text, base.span.end)
    return rest is not None and not _BREAKS.search(rest.group())


def _in_words(base: Claim, text: str) -> tuple[Fraction, str] | None:
    match = _fraction().match(text, base.span.end, base.sentence.end)
    if match is None or _BREAKS.search(match["nouns"]):
        return None
    unit = Fraction(load_table("shares")["fractions"][match["part"].lower()])
    share = unit * _MANY[match["many"].lower()]
    return (share, match["text"]) if share < 1 else None
