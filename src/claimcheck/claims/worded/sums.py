"""Sums of money in words where no noun stands beside them: what is promised, borne or paid, a named thing's price."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, verb_lemma
from claimcheck.claims.measured import measured
from claimcheck.claims.measured.model import Measured, main_verb, object_of
from claimcheck.claims.phrases import phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import antecedent
from claimcheck.claims.worded.surface import attached, joined, phrase_words, word_set
from claimcheck.claims.worded.things import of_thing
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["of_sum"]


def _pronoun(reading: Reading, verb: int) -> list[str]:
    """What "it" stands for before a verb: "In April it cost €9"."""
    k = verb - 1
    while k > 0 and reading.tags[k] in "XM":
        k -= 1
    return antecedent(reading, k) if reading.norms[k] in {"it", "they"} else []


def _of_money(head: str) -> bool:
    """Whether a noun is one of money or trade already: exports, orders, "value"."""
    table = load_table("transfers")
    return head in {*table["give"]["nouns"], *table["receive"]["nouns"], *word_set("priced")}


def _each(reading: Reading, mention: Mention) -> str:
    """ "ten machines for tests, at €38,000 each": price of machines for tests."""
    after = reading.norms[mention.last : mention.last + 1]
    if after not in (["each"], ["apiece"]) or reading.norms[mention.first - 1] not in {"at", "for"}:
        return ""
    before = [k for k, other in enumerate(reading.mentions) if other.kind is Kind.COUNT and other.last < mention.first]
    what = measured(reading, before[-1]) if before else None
    if what is None or not what.measure:
        return ""
    thing = of_thing(reading, reading.mentions[before[-1]], what)
    return joined(["price", "of", *thing.split()])


def _asked(reading: Reading, mention: Mention, what: Measured) -> str:
    """The noun of an appeal or offer that a sum of something is in: "an appeal for $300 million in food aid"."""
    k = mention.first - 1
    while k > 1 and (reading.tags[k] in "DAM" or reading.norms[k] == "record"):
        k -= 1
    asking = load_table("transfers")["asked_in"]["nouns"]
    if k < 1 or reading.norms[k] not in {"of", "for"} or what.first < mention.last:
        return ""
    return reading.norms[k - 1] if lemma(reading.norms[k - 1]) in asking else ""


_TAKEN = frozenset({"lose", "save"})
_BALANCES = frozenset({"surplus", "deficit", "imbalance"})
_WITH = frozenset({"with"})
_REACH = 9  # tokens between "for which" and the sum that was paid
_GOALS = frozenset({"for", "to", "towards", "into", "on"})


def of_sum(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """ "funding for hospitals", "contribution", "price of digicel pacific", "cost of cable"."""
    if text and reading.norms[mention.first - 1 : mention.first] == ["worth"] and not _of_money(what.head):
        return joined(["value", "of", *text.split()])
    if text and (asked := _asked(reading, mention, what)):
        return joined([asked, "for", *text.split()])
    if what.head in _BALANCES and what.first >= mention.last:
        text = joined([*text.split(), *attached(reading, what.last, len(reading.norms), links=_WITH)[0]])
    verb = main_verb(reading, mention)
    if not _of_money(what.head) and (priced := _each(reading, mention)):
        return priced
    if verb is None or verb > mention.first or reading.tags[verb] != "V":
        return text
    norms = reading.norms
    for k in range(mention.first - 1, max(mention.first - _REACH, 0), -1):
        if norms[k] == "which" and norms[k - 1] == "for":
            thing = phrase_before(reading, k - 1)
            words = phrase_words(reading, thing)
            paid = verb_lemma(norms[verb]) in {"pay", "spend"}
            return joined(["cost", "of", *words]) if words and paid else text
    base = verb_lemma(norms[verb])
    if text == "cost" and (named := _pronoun(reading, verb)):
        return joined(["cost", "of", *named])
    if base in load_table("transfers")["traded"]["verbs"] and norms[mention.first - 1 : mention.first] == ["for"]:
        words = phrase_words(reading, object_of(reading, verb, mention.first - 1))
        return joined(["price", "of", *words]) if words else text
    direct = all(mark in "DAM" for mark in reading.tags[verb + 1 : mention.first])
    donors = what.why.startswith("the subject") and direct  # "donors pledged $500 million"
    if text and direct and what.first >= mention.last and base in _TAKEN:
        return joined([load_table("transfers")["noun_of"][base], "of", *text.split()])  # "lost $4 million in revenues"
    if text and not donors:
        return text
    particle = f"{base} {norms[verb + 1]}" if verb + 1 < len(norms) else ""
    nouns = load_table("transfers")["shown_as"]
    noun = nouns.get(particle) or nouns.get(base)
    if noun is None:
        return text
    more, _ = attached(reading, mention.last, len(norms), links=_GOALS)
    goal = text.partition(" for ")[2].split()
    return joined([noun, *(more or (["for", *goal] if goal else []))])
