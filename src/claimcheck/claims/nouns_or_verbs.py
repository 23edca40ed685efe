"""Whether a form that is noun and verb at once is its clause's verb: "ferries use diesel", "a fund that loans to"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.figure_verbs import is_at_figure, reckons
from claimcheck.claims.grammar import Grammar, lemma
from claimcheck.claims.plural_tags import LINKING, RUN, counts, heads_subject
from claimcheck.claims.verb_forms import VerbForm
from claimcheck.extract.numerals import PEOPLE
from claimcheck.lexicon import load_table

__all__ = ["acts"]

_COUNTED_GO_ON = frozenset(
    {
        *("on", "in", "at", "for", "from", "to", "into", "through", "across", "with"),
        *("without", "under", "until", "after", "before", "over", "within", "every", "against"),
    }
)


def acts(form: VerbForm) -> bool:
    """Whether the form is its clause's verb, by what stands around it."""
    if heads_subject(form):
        return False
    if form.kind != "past" and reckons(form):
        return True
    if is_at_figure(form):
        return not form.governed
    if _in_relative_clause(form) or _after_adverb(form):
        return True
    if (form.kind == "s" or (form.kind == "base" and _after_several(form))) and _goes_on(form):
        return True
    return _does_of_several(form) or _does_of_one(form)


def _in_relative_clause(form: VerbForm) -> bool:
    """Whether a form in -s is what a relative clause says: "a library that runs unchanged in"."""
    tokens, i, table = form.tokens, form.at, form.table
    if form.kind != "s" or i < 2 or form.tags[-2] not in "NZ" or form.last not in {"that", "which", "who"}:
        return False
    return i + 1 < len(tokens) and _goes_with_verb(tokens[i + 1].norm, table)


def _goes_with_verb(norm: str, table: Grammar) -> bool:
    """Whether a word after one that may be a verb goes on with its clause: an article, a preposition, an adverb."""
    return norm not in table.auxiliaries and (norm in table.closed or norm in table.adverbs)


def _after_adverb(form: VerbForm) -> bool:
    """Whether a noun and an adverb stand before it, and a number or a preposition behind."""
    if form.before != "M" or len(form.tags) < 2 or form.tags[-2] not in "NZ":
        return False
    return form.number_next or form.after in form.table.prepositions


def _after_several(form: VerbForm) -> bool:
    """Whether a plural or a body of people stands before it."""
    return form.before in "NZ" and form.at > 0 and (form.last.endswith("s") or form.last in form.table.collectives)


def _goes_on(form: VerbForm) -> bool:
    """Whether what follows a form after a noun or name is what a verb has behind it: a number, a determiner, "to"."""
    if form.before not in "NZ":
        return False
    after, governed = form.after, form.governed
    if (form.number_next and not governed) or after in form.table.determiners:
        return True
    completes = governed and form.tags[-2:] == ["P", "N"]  # "$2 billion in school funds to Haiti"
    if after in {"to", "that"} and not completes:
        return True
    if form.kind != "s" or governed:
        return False
    if after in {"for", "until"} and not form.verb_ahead(LINKING, {"past"}):
        return True  # but "security fixes for it will appear"
    return not (form.before == "N" and form.last.endswith("s")) and form.only_verb()


def _does_of_several(form: VerbForm) -> bool:
    """Whether a bare form is the verb of the plural before it."""
    if form.before != "N":
        return False
    if form.kind == "base" and _after_several(form) and not form.governed and form.only_verb(wide=True):
        return True  # "45 of the nurses work part-time"
    if form.norm == form.base and not form.governed and _of_counted(form):
        return True  # "40 ferries sail for the island"
    if form.kind != "base" or form.last.endswith(("'s", "s'")):
        return False
    several = form.last.endswith("s") or form.last in PEOPLE or form.last in form.table.collectives
    # "people need food", "ferries use diesel", "450 of the staff work from home"
    return several and (form.before_noun or form.after == "from") and form.no_other_verb()


def _of_counted(form: VerbForm) -> bool:
    """Whether a bare form is the verb of a counted plural that opens its clause: "all 7 core signals run on a tree".

    A preposition has to follow, or the end of a sentence about all of them: "All 12 tests pass.".
    """
    tokens, tags, i = form.tokens, form.tags, form.at
    if not form.last.endswith("s") or form.last.endswith(("'s", "ss")):
        return False
    at = i - 1
    while at >= 0 and i - at <= RUN and tags[at] in "NA-":
        at -= 1
    if at < 0 or tags[at] != "U" or not counts(tokens, at):
        return False
    if at and tags[at - 1] == "P" and tags[max(at - 2, 0)] != "U":
        return False  # but "5 of 7 signals fire on it"
    ends = i + 2 == len(tokens) and tokens[i + 1].text == "."
    if ends:
        return at > 0 and tokens[at - 1].norm in {"all", "the", "both", "these", "those"}
    return form.only_verb(prepositions=_COUNTED_GO_ON)


def _does_of_one(form: VerbForm) -> bool:
    """Whether a form in -s is what a country makes or trades, or what is done to people: "Peru exports copper", "the
    council charges residents".
    """
    if form.kind != "s":
        return False
    if form.before == "Z" and form.base in _trades() and not form.last.endswith(("'s", "s'")) and form.before_noun:
        if form.no_other_verb():
            return True
    one = form.before == "Z" or (form.before == "N" and not form.last.endswith("s"))
    return one and _people(form.after) and form.no_other_verb()


@cache
def _trades() -> frozenset[str]:
    """Verbs of making and trading, which countries do: export, produce."""
    return frozenset(load_table("transfers")["amount_of"])


@cache
def _sorts_of_people() -> frozenset[str]:
    table = load_table("people")
    return frozenset(noun for name in ("generic", "specific", "bearers") for noun in table[name])


def _people(norm: str) -> bool:
    """Whether a plural is of people: residents, parents."""
    return norm.endswith("s") and lemma(norm) in _sorts_of_people()
