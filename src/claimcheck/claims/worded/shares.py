"""Shares and ranks in words."""

from __future__ import annotations

from functools import cache

import regex

from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.claims.measured import measured
from claimcheck.claims.measured.model import Measured, main_verb
from claimcheck.claims.measured.ranks import ranked_lists
from claimcheck.claims.measured.shares import OF_THEM, SO_FAR, amount_before
from claimcheck.claims.reading import Reading
from claimcheck.claims.worded.doing import agent_of, being, doing, of_which, predicate_of
from claimcheck.claims.worded.surface import attached, befell, joined, participle_of, respelled, spelled, word_set
from claimcheck.claims.worded.things import of_thing
from claimcheck.extract.scan import Mention
from claimcheck.records import Kind

__all__ = ["of_rank", "of_share"]


def of_share(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "share of citizens expressed strong support"."""
    parted = of_which(reading, mention) or _restated(reading, mention) or _of_them(reading, mention, what)
    if parted:
        return parted
    if not what.measure.startswith("share"):
        return of_thing(reading, mention, what)
    if what.why == SO_FAR:
        return joined(["share", "of", *spelled(reading, what.first, what.last), reading.norms[mention.last]])
    text = respelled(reading, what.measure, mention.first)
    if told := _told_behind(reading, mention):
        return joined(["share", "of", *(text.rpartition(" in ")[2] or text).split(" of ")[-1].split(), *told])
    sum_ = _sum_beside(reading, mention)
    if sum_ and text.startswith("share of ") and not text.endswith(" what"):
        whole = text.partition(" in ")[2] if sum_.split()[-1] in text.split() else ""
        return f"{sum_} as share of {whole}" if whole else f"{sum_} as {text}"
    more = _of_what(reading, what)
    if more:
        text = joined([*text.split(), *more])
    for name in reading.names:
        # "Russia accounts for half of the region's arms imports": whose share it is, its entities tell.
        held = " ".join(token.norm for token in reading.tokens[name.first : name.last])
        if name.known and f"share of {held} in " in text:
            text = text.replace(f"share of {held} in ", "share of ", 1)
    return _told(reading, mention, what, text)


def _of_them(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "412,000 bikes; three in five of them had a motor": share of bikes with motor."""
    if what.why != OF_THEM or reading.norms[mention.last : mention.last + 1] != ["of"]:
        return ""
    verb = predicate_of(reading, _past_aside(reading, mention.last + 2))
    told = doing(reading, verb) if verb is not None else []
    index = amount_before(reading, mention)
    if index >= 0 and told:
        from claimcheck.claims.worded import worded

        whole = worded(reading, index, measured(reading, index), None).split(" per ")[0]
        return joined(["share", "of", *whole.split(), *told])
    noun = spelled(reading, what.first, what.last)
    return joined(["share", "of", *noun, *told]) if told and noun else ""


def _told_behind(reading: Reading, mention: Mention) -> list[str]:
    """What a clause goes on to say past a share between commas that puts a count again: "18 million people, or 45% of
    the population, are hungry".
    """
    norms, base = reading.norms, mention.base
    at = mention.first - (norms[mention.first - 1] in _AGAIN)
    if at < 1 or norms[at - 1] != "," or (norms[mention.last : mention.last + 1] != ["of"] and base is None):
        return []
    if not any(other.kind is Kind.COUNT and 0 < at - other.last <= _NEAR for other in reading.mentions):
        return []
    close = next((k for k in range(mention.last, min(mention.last + _NEAR, len(norms))) if norms[k] == ","), -1)
    if close < 0 or {"V", "X"} & set(reading.tags[mention.last : close]):
        return []
    after = close + 1
    if reading.tags[after : after + 1] == ["P"]:
        return attached(reading, after, len(norms), links=_STATES, most=2)[0]
    return being(reading, after)


_NEAR = 5
_STATES = frozenset({"in", "without", "under", "at", "below", "with", "of"})


def _past_aside(reading: Reading, at: int) -> int:
    """The token after what two commas put in: "a third of which, by some estimates, is sold"."""
    if reading.norms[at : at + 1] != [","]:
        return at
    return next((k + 1 for k in range(at + 1, min(at + _ASIDE, len(reading.norms))) if reading.norms[k] == ","), at)


_ASIDE = 9  # tokens of it


def _restated(reading: Reading, mention: Mention) -> str:
    """The share that commas put beside a count: "148,000 people, about one in five, have no doctor"."""
    from claimcheck.claims.worded import worded

    tokens, at = reading.tokens, mention.first - 1
    if at < 1 or tokens[at].text not in ",(" or reading.norms[mention.last : mention.last + 1] not in ([","], [")"]):
        return ""
    counted = [k for k, other in enumerate(reading.mentions) if other.kind is Kind.COUNT and other.last < at]
    if not counted or mention.quantity is None or mention.quantity.role:
        return ""
    what = measured(reading, counted[-1])
    if what.last != at or not what.measure:
        return ""
    return joined(["share", "of", *worded(reading, counted[-1], what, None).split()])


def _sum_beside(reading: Reading, mention: Mention) -> str:
    """What the sum of money is that a share of something else puts again: "€67 million, or 0.5% of the output"."""
    from claimcheck.claims.worded import worded

    at = mention.first - (reading.norms[mention.first - 1] in _AGAIN)
    if not at or reading.norms[at - 1] not in {",", "("} | _AGAIN:
        return ""
    for k, other in enumerate(reading.mentions):
        if other.kind is Kind.MONEY and 0 <= at - 1 - other.last <= _DATED:
            if not all(reading.norms[j] in {",", "in"} or reading.figure_at[j] >= 0 for j in range(other.last, at - 1)):
                continue
            what = measured(reading, k)
            text = worded(reading, k, what, None) if what.measure else ""
            return "" if text.startswith("share") else text
    return ""


_AGAIN = frozenset({"or", "roughly", "about", "around"})
_DATED = 3  # tokens of a date between them


def _told(reading: Reading, mention: Mention, what: Measured, text: str) -> str:
    """A share with what those of whom it is do ("share of adults naming housing"), or what somebody did with it."""
    words = text.split()
    verb = _relative(reading, what) or predicate_of(reading, max(what.last, mention.last))
    bounded = _bounded(reading, max(what.last, mention.last))
    if bounded:
        return joined([*words, *bounded])
    if verb is None:
        governing = main_verb(reading, mention)
        if governing is None or governing > mention.first or not _acts(reading, governing):
            return text
        return joined([*words, participle_of(reading, governing), *agent_of(reading, governing)])
    base = verb_lemma(reading.norms[verb])
    cut = next((k for k, word in enumerate(words) if word in {reading.norms[verb], base}), len(words))
    words = words[:cut]
    if words == ["share"]:
        whole = _whole_before(reading, mention)
        if not whole:
            return text
        words = ["share", "of", *whole]
    told = doing(reading, verb)
    return joined([*words, *told]) if told else text


def _relative(reading: Reading, what: Measured) -> int | None:
    """The verb of a clause that says which they are: "the share of people who use the internet rose"."""
    at = what.last
    if reading.norms[at : at + 1] not in (["who"], ["that"]) or reading.tags[at + 1 : at + 2] != ["V"]:
        return None
    return at + 1


def _bounded(reading: Reading, at: int) -> list[str]:
    """The age that those of whom the share is have: "one in five patients is under 40"."""
    if reading.norms[at : at + 1] not in (["is"], ["are"], ["was"], ["were"]) or at + 1 >= len(reading.norms):
        return []
    figure = reading.figure_at[at + 1]
    if figure < 0 or reading.mentions[figure].kind not in {Kind.COUNT, Kind.AGE}:
        return []
    other = reading.mentions[figure]
    words = reading.norms[other.first : other.last]
    return words if words[0] in word_set("bounds") and reading.tags[other.last : other.last + 1] != ["N"] else []


def _acts(reading: Reading, verb: int) -> bool:
    """Whether a verb before a share does something with it: "donors provided half of the sum"."""
    base = verb_lemma(reading.norms[verb])
    return reading.tags[verb] == "V" and befell(reading, verb) and base not in word_set("holding")


def _whole_before(reading: Reading, mention: Mention) -> list[str]:
    """Of whom an elliptical share is: of those counted before ("We asked 62 shippers. Two thirds said …")."""
    before = [other for other in reading.mentions if other.last <= mention.first]
    for other in reversed(before):
        named = other.base is not None and "of" in reading.norms[other.core : other.base[0]]
        if other.kind in {Kind.PERCENT, Kind.RATIO} and other.base is not None and named:
            return spelled(reading, *other.base)
    for other in reversed(before):
        if other.kind is Kind.COUNT:
            return _noun_of(reading, other)
    earlier = reading.sentence_before()
    if earlier is None:
        return []
    return next(
        (noun for other in earlier.mentions if other.kind is Kind.COUNT if (noun := _noun_of(earlier, other))), []
    )


def _noun_of(reading: Reading, mention: Mention) -> list[str]:
    found = measured(reading, reading.mentions.index(mention))
    return spelled(reading, found.first, found.last) if found.first >= 0 and found.measure else []


def _of_what(reading: Reading, what: Measured) -> list[str]:
    """What the support, interest or trust that people express is for: "strong support for the bridge"."""
    tokens, tags = reading.tokens, reading.tags
    if len(what.measure.split()) < _TOLD or " for " in what.measure or " in " in what.measure:
        return []
    last = what.measure.split()[-1]
    at = next(
        (k + 1 for k in range(max(what.last, 0), len(tags)) if tags[k] == "N" and lemma(tokens[k].norm) == last), 0
    )
    while 0 < at < len(tokens) and tokens[at].text in "\"”’'»":
        at += 1
    return attached(reading, at, len(tokens), links=_TOWARDS)[0] if at else []


_TOLD = 4
_TOWARDS = frozenset({"for", "in", "as", "with", "on", "against", "towards", "of"})


def of_rank(reading: Reading, mention: Mention, what: Measured) -> str:
    """ "rank on terrorism index", "rank among arms suppliers to turkmenistan"."""
    text = respelled(reading, what.measure, mention.first)
    words = text.split()
    if text.startswith("rank among"):
        named = any(name.first > what.last for name in reading.names)
        more, _ = attached(reading, what.last, len(reading.tokens), links=word_set("near") | {"to", "in"})
        return joined([*words, *(more if named else [])])
    vague = len(words) < 3 or (len(words) == 3 and (lemma(words[2]) in ranked_lists() or words[1] == "of"))
    listed = _list_before(reading, mention) if vague else ""
    if listed:
        return f"rank on {listed}"
    if len(words) > 1 and words[1] == "of" and words[-1] in word_set("places"):
        return "rank"
    return text


def _list_before(reading: Reading, mention: Mention) -> str:
    """The list that the text named last: "second" goes on with the index of the sentence before."""
    text = reading.scan.document.text
    before = text[max(0, mention.span.start - _BACK) : mention.span.start]
    found = [match.group(1) for match in _lists().finditer(before)]
    words = found[-1].lower().split() if found else []
    while words and words[0] in grammar().closed:
        words.pop(0)
    return " ".join(words)


_BACK = 1500


@cache
def _lists() -> regex.Pattern[str]:
    """Names that end in a noun for what ranks things: "the Corruption Perceptions Index"."""
    nouns = "|".join(sorted(noun.capitalize() for noun in ranked_lists()))
    return regex.compile(rf"\b((?:\p{{Lu}}[\w'’-]*[ ]){{1,6}}(?:{nouns})s?)\b")
