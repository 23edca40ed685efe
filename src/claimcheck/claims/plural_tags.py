"""Whether a form in -s is the plural of a noun: "40 builds", "Peru's exports to Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.grammar import lemma
from claimcheck.claims.verb_forms import REACH, VerbForm
from claimcheck.extract.numerals import PEOPLE
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["LINKING", "RUN", "counted_or_owned", "counts", "heads_subject"]

LINKING = frozenset(
    {",", ".", ";", ":", "!", "?", "that", "which", "who", "and", "when", "where", "after", "before", "because"}
)
RUN = 4  # tokens from a number to the noun it counts


def counted_or_owned(form: VerbForm) -> bool:
    """Whether a form in -s is a plural by the number or the possessive before it."""
    if form.before == "Z":
        return form.base in form.table.nouns_too and form.last.endswith(("'s", "s'"))  # "Chile's exports to Peru"
    if form.before == "U":
        return counts(form.tokens, form.at - 1)  # "40 builds", "twelve leaves": a verb of several has no s
    return form.before == "N" and _wants_plural(form)  # "seven management commands to verify"


def counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands here by itself, without a currency before it."""
    text = tokens[at].norm
    plain = text[-1:].isdigit() or any(text in load_table("number_words")[name] for name in ("small", "tens"))
    year = len(text) == 4 and text[0] in "12" and text.isdigit()
    return plain and not year and text not in ("1", "one") and not (at and tokens[at - 1].kind is TokenKind.SYMBOL)


def _wants_plural(form: VerbForm) -> bool:
    """Whether a number of several stands before the nouns that lead up to a word, none of which is a plural."""
    tokens, tags = form.tokens, form.tags
    at = form.at - 1
    while at >= 0 and tags[at] in "NA":
        if lemma(tokens[at].norm) != tokens[at].norm or tokens[at].norm in PEOPLE:
            return False
        at -= 1
    return at >= 0 and tags[at] == "U" and form.at - at <= RUN and counts(tokens, at)


def heads_subject(form: VerbForm) -> bool:
    """Whether a form that is noun and verb is the noun before a "to" or "from", by what follows or who owns it."""
    if _heads(form) and (form.kind == "s" or form.tokens[form.at + 1].norm == "to"):
        return True
    return form.kind == "s" and _possessed(form)


def _heads(form: VerbForm) -> bool:
    """Whether a plural after a noun or name is the subject of a verb behind its "to" or "from": "food exports to China
    dropped".
    """
    tokens, i, table = form.tokens, form.at, form.table
    if form.before not in "NZ" or i + 1 >= len(tokens) or tokens[i + 1].norm not in {"to", "from"}:
        return False
    for token in tokens[i + 2 : i + REACH]:
        if token.norm in LINKING or token.norm in table.determiners:
            return False
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or (entry is not None and entry[1] == "past" and token.norm != entry[0]):
            return True
    return False


def _possessed(form: VerbForm) -> bool:
    """Whether a plural is what a possessive before it owns: "values Peru's exports to Chile at $4 billion"."""
    tokens, i, table = form.tokens, form.at, form.table
    if not tokens[i - 1].norm.endswith(("'s", "s'")) or i + 2 >= len(tokens):
        return False
    to_do = tokens[i + 1].norm == "to" and table.verb_forms.get(tokens[i + 2].norm, ("", ""))[1] == "base"
    return tokens[i + 1].norm in table.prepositions and not to_do  # "Macy's plans to close 40 shops"
