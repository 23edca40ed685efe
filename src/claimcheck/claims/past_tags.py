"""Whether a past form is a participle ("the planned port"), or a verb though it is the bare form too ("cut rents")."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.verb_forms import VerbForm
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import load_table

__all__ = ["cuts", "happened", "modifies"]

_SHARES = frozenset({"%", "percent", "cent", "pct"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their"})
_OBJECTS = frozenset({"us", "them", "him", "me"})
_APPOSED = 3  # tokens that a name set beside another takes at least, with its comma and "the"
_LONGEST = 4  # words for whom something cost so much
_SIGNS, _CODES = frozenset("$€£¥₹"), frozenset({"eur", "usd", "gbp", "chf", "us$"})


@cache
def _only_past() -> frozenset[str]:
    """Past forms that are no participles: shook, fell, took."""
    return frozenset(past for past, participle in load_table("grammar")["irregular"].values() if past != participle)


def _no_participle(form: VerbForm) -> bool:
    """Whether a past form can be nothing else: "a quake of magnitude 5.8 shook the port"."""
    return form.norm in _only_past() and form.norm not in form.table.nouns_too


def modifies(form: VerbForm) -> bool:
    """Whether a past form is the participle of the noun behind it: "reaches the planned 40 million tonnes"."""
    tags, before = form.tags, form.before
    if before == "Z" and _apposed(form) and form.before_noun:
        return True  # "Nordbank, the Danish owned lender"
    if _no_participle(form) or form.norm == form.base:
        return False
    if form.number_next and before == "D" and form.last in _ARTICLES:
        return True
    joined = form.after in {"and", "or"} and before in "UD"
    modified = before == "M" and len(tags) > 1 and (tags[-2] in "DPU" or form.tokens[form.at - 2].norm.endswith("'s"))
    if not (before in "DAUP" or modified):
        return False
    if joined:
        return True
    if before == "U" and form.last in _SHARES:
        return False  # "64% named housing"
    return form.before_noun and not form.after.endswith("ly")


def _apposed(form: VerbForm) -> bool:
    """Whether "the" and a name open what a comma sets beside a name: "Nordbank (NB), the Danish"."""
    tokens, tags, i = form.tokens, form.tags, form.at
    opens = tags[-2:-1] == ["D"] and i > _APPOSED and tokens[i - 3].text == ","
    return opens and (tags[-4] == "Z" or tokens[i - 4].text == ")")


def happened(form: VerbForm) -> bool:
    """Whether a past form that is also the bare one is its clause's verb: "rain cut the crop", "the move cost us"."""
    if _no_participle(form):
        return True
    before = form.before
    if form.number_next and before in "NZ" and "V" not in form.since:
        return True
    if form.number_next and before == "C" and "V" in form.tags:
        return True  # "took a week and cost $4m"
    if before in "NZ" and form.after in form.table.determiners and not form.governed:
        return True  # "the council set the rent", "rain cut the crop"
    if before == "N" and form.following is not None and _hits_name(form):
        return True  # "two storms hit Peru"
    if before in "NZ" and form.after in _OBJECTS:
        return True  # "the move cost us 31 million francs"
    return form.norm == "cost" and before in "NZG" and _whom_it_cost(form)  # "marketing cost Corvane 4 million euros"


def _hits_name(form: VerbForm) -> bool:
    """Whether a form that is noun and past at once stands between a plural and a name, and its clause has no verb."""
    tokens, i = form.tokens, form.at
    before, after = tokens[i - 1], tokens[i + 1]
    plural = before.norm.endswith("s") and lemma(before.norm) != before.norm and before.text[:1].islower()
    named = after.kind is TokenKind.WORD and after.text[:1].isupper() and not after.text.isupper()
    return plural and named and tokens[i].text.islower() and not form.governed


def _whom_it_cost(form: VerbForm) -> bool:
    """Whether a name, or a noun with its determiner, stands between "cost" and a figure."""
    whom: list[Token] = []
    for token in form.tokens[form.at + 1 : form.at + 2 + _LONGEST]:
        if token.kind is not TokenKind.WORD or token.norm in _CODES:
            figure = token.kind is TokenKind.NUMBER or token.norm in _CODES or token.text in _SIGNS
            named = whom and (whom[0].norm in form.table.determiners or all(word.text[:1].isupper() for word in whom))
            return figure and bool(named)
        if token.norm in form.table.prepositions or token.norm in form.table.auxiliaries:
            return False
        whom.append(token)
    return False


def cuts(form: VerbForm) -> bool:
    """Whether such a form stands between a name and a plural, so that it is the verb unless one follows: "the hospital
    in Orm cut deaths".
    """
    if form.norm != form.base or form.norm == "cost" or form.before != "Z" or not form.after.endswith("s"):
        return False
    return form.before_noun and not form.governed
