"""Whether a form that may be a verb is one where it stands."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.figure_verbs import accounts_for, amounts_to, bounds, stands_at
from claimcheck.claims.nouns_or_verbs import acts
from claimcheck.claims.past_tags import cuts, happened, modifies
from claimcheck.claims.plural_tags import counted_or_owned
from claimcheck.claims.verb_forms import BE, REACH, VerbForm
from claimcheck.lexicon import load_table

__all__ = ["verb_tag"]

_DIRECTIONS = frozenset({"into", "onto", "through", "across", "towards", "toward"})


def verb_tag(form: VerbForm) -> str | None:
    """The tag of a form that is named as a verb's; None if it is no verb."""
    kind, before = form.kind, form.before
    if kind == "s" and counted_or_owned(form):
        return None
    if kind == "s" and amounts_to(form):
        return "V"
    if kind == "base" and _is_said_to_be(form):
        return None  # "was lower", "is slightly lower"
    if before == "A" and _ends_relative(form):
        return "V"  # "cars that are too old pay"
    if _calls_for_verb(form) or _bare_verb(form) or accounts_for(form):
        return "V"
    if kind in {"s", "base"} and before in "NZCV" and f"{form.base} {form.after}" in _set_phrases():
        if before != "V":
            return "V"  # "the king shakes hands with"
        if kind == "s" and form.at == 1:
            form.tags[0] = "N"  # "Loom ships with 14 themes"
            return "V"
    if kind == "ing":
        return _gerund_tag(form)
    if kind == "past":
        if modifies(form):
            return "A"
        if form.norm != form.base:
            return None if form.norm in form.table.nouns_too and before in "DA-" else "V"
        if happened(form):
            return "V"
        if cuts(form):
            return None if form.verb_ahead(".;:!?", {"past"}) else "V"
    if stands_at(form) or bounds(form):
        return "V"
    if form.norm in form.table.nouns_too or (kind == "s" and form.base in form.table.nouns_too):
        return "V" if acts(form) else None
    return None if before in "DAP-" else "V"


def _is_said_to_be(form: VerbForm) -> bool:
    """Whether a form of "be", with or without an adverb, stands before a bare form."""
    if form.before == "X":
        return form.last in BE
    adverb = form.before == "M" and form.at > 1 and form.tags[-2] == "X"
    return adverb and form.tokens[form.at - 2].norm in BE


def _ends_relative(form: VerbForm) -> bool:
    """Whether the adjective before a word is all that a relative clause says: "that are too dirty"."""
    tokens, tags, k = form.tokens, form.tags, form.at - 2
    while k > 0 and tags[k] == "M":
        k -= 1
    return k > 0 and tags[k] == "X" and tokens[k].norm in BE and tokens[k - 1].norm in {"that", "which", "who"}


def _calls_for_verb(form: VerbForm) -> bool:
    """Whether what stands before has to have a verb: "to", an auxiliary, a pronoun, also with an adverb between."""
    before, tags = form.before, form.tags
    if before == "T" or before == "R" or (before == "X" and form.kind in {"base", "past", "ing"}):
        return True
    return before == "M" and len(tags) > 1 and tags[-2] in "XRTV"


def _bare_verb(form: VerbForm) -> bool:
    """Whether a bare form is a second infinitive, or what a plural does in some direction."""
    if form.kind != "base" or form.following is None:
        return False
    if form.before == "C" and form.tags[-3:-1] in (["T", "V"], ["X", "V"]) and form.before_noun:
        return True  # "to seize and ship goods"
    # "people from Peru cross into Chile"
    return form.before in "NZ" and form.after in _DIRECTIONS and form.of_several()


@cache
def _set_phrases() -> frozenset[str]:
    return frozenset(load_table("grammar")["verb_phrases"])


def _gerund_tag(form: VerbForm) -> str:
    """The tag of a form in -ing: a noun, an adjective or, where it does something, G."""
    norm, before, table = form.norm, form.before, form.table
    noun_too = norm in table.nouns_too
    if before == "U" and form.after in table.determiners:
        return "G"  # "spend three days painting the hull"
    if before == "U" and (noun_too or form.after == "of"):
        return "N"
    if noun_too and (before in "DANZ-" or form.before_noun):
        return "N"
    if before in "DA":
        return "A" if form.before_noun else "N"
    if before == "." and form.after in table.auxiliaries:
        return "N"
    return "N" if before == "." and noun_too and _opens_subject(form) else "G"


def _opens_subject(form: VerbForm) -> bool:
    """Whether a phrase hangs on a word in -ing and a finite verb follows: "spending on schools came to 21 million"."""
    tokens, i, table = form.tokens, form.at, form.table
    if i + 1 >= len(tokens) or tokens[i + 1].norm not in table.prepositions:
        return False
    for token in tokens[i + 2 : i + REACH]:
        if token.text in ",.;:!?":
            return False
        entry = table.verb_forms.get(token.norm)
        if token.norm in table.auxiliaries or (entry is not None and entry[1] in {"past", "s"} and token.norm != "set"):
            return token.norm in table.auxiliaries or token.norm not in table.nouns_too
    return False
