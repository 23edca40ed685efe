"""How the figure of a clause holds: of some only, by what yardstick, at what stage, with what means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.align.tables import WORDS, closed_words, table, word_set
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import grammar, lemma, verb_lemma
from claimcheck.records import Claim, Kind

__all__ = [
    "besides",
    "branch",
    "criterion",
    "means",
    "part_of",
    "partial",
    "stage",
    "version_role",
    "whereabouts",
    "window",
]

_AFTER_VERB = 6  # words after a verb among which "with" and "by" belong to it
_WITH = frozenset({"with", "by", "from", "via", "through", "using"})


def criterion(norms: Sequence[str], head: str = "") -> set[str]:
    """What a rank goes by: "second by deposits", "sixth by the number of branches", "fifth in growing walnuts".

    ``head`` is the noun of those that are ranked; one that does something is ranked by it: "the largest exporter".
    """
    if (found := _doing(head)) is not None:
        return {found}
    for place, norm in enumerate(norms):
        if norm == "by" or (norm == "of" and norms[max(place - 2, 0) : place] == ["in", "terms"]):
            words = [one for one in norms[place + 1 : place + 7] if one[:1].isalpha()]
            stop = next(
                (at for at, one in enumerate(words) if at and one in ("in", "with", "and", "among")), len(words)
            )
            return {lemma(one) for one in words[:stop] if one not in closed_words() and weight(lemma(one)) > 0}
        if norm in ("in", "at") and (after := norms[place + 1 : place + 2]) and after[0].endswith("ing"):
            if (verb := verb_lemma(after[0])) != after[0]:
                return {verb}
    return set()


def branch(before: str, after: str) -> set[str]:
    """The branch of a list that a place is in: "12th for medicine", "ninth in rowing", "Among private banks, … fourth".

    Where the contest is held and what lists there are make no branch: "third in the world", "in the league".
    """
    if re.match(r"\W*(?:among(?:st)?|for) ", before):
        if found := _members(re.findall(r"[\w'-]+|[,.;:(]", before)[1:]):
            return found
    words = re.findall(r"[\w'-]+|[.;:(]", after)
    for place, word in enumerate(words):
        if word in _INTO and (found := _members(words[place + 1 :])):
            return found
        if word in ".;:(" or (place and word in closed_words() - _PREPOSITIONS):
            break
    return set()


def _members(words: Sequence[str]) -> set[str]:
    """The content words of a noun phrase, unless it is of an arena or a list."""
    found: set[str] = set()
    for word in words[:_BRANCH]:
        if word in _ENDING or not (word[0].isalnum()) or (verb_lemma(word) != word and word.endswith("ed")):
            break
        if word in word_set("arenas") or lemma(word) in word_set("arenas"):
            return set()
        if word not in closed_words() and weight(lemma(word)) > 0:
            found.add(lemma(word))
    return found


_PREPOSITIONS = frozenset({"in", "for", "of", "on", "among", "at", "the", "a", "its", "by"})
_ENDING = frozenset(
    {"and", "or", "with", "at", "in", "on", "for", "which", "that", "behind", "by", "after", "before", "when"}
)
_INTO = frozenset({"for", "in", "among", "amongst"})
_BRANCH = 7  # words of the phrase that names a branch, its preposition among them


def _doing(head: str) -> str | None:
    """The verb of a noun for who does something: exporter, grower."""
    root = head[:-2] if head.endswith(("er", "or")) else ""
    return next((verb for verb in (root, root + "e") if verb in word_set("ranked_by")), None) if root else None


def stage(norms: Sequence[str]) -> set[str]:
    """The stage at which something stood so: "after the first run", "at first", "at the end", "later"."""
    turns = word_set("turns")
    found = {norm for place, norm in enumerate(norms) if norm in turns and not (place and norms[place - 1] in _NO_TURN)}
    for place, norm in enumerate(norms):
        if norm not in _STAGED:
            continue
        named = norms[place + 1 : place + 2]
        if (
            norm == "on"
            and named
            and (named[0] == "the" or named[0] in _OWNERS)
            and _turn(norms[place + 2 : place + 4])
        ):
            found.add(f"{norms[place + 2]} {norms[place + 3]}")
        elif norm in ("after", "before", "at") and set(norms[place + 1 : place + 5]) & word_set("stages"):
            noun = next(one for one in norms[place + 1 : place + 5] if one in word_set("stages"))
            found.add(f"{norm} {noun}")
        elif (
            (norm in _OWNERS or (norm == "the" and norms[place + 1 : place + 2] == ["first"]))
            and place
            and norms[place - 1] in ("in", "during")
            and _turn(norms[place + 1 : place + 3])
        ):
            found.add(f"{norms[place + 1]} {norms[place + 2]}")
        elif norm == "at" and _moment(norms, place):
            found.add(f"at {_moment(norms, place)}")
    return found


def _turn(norms: Sequence[str]) -> bool:
    """Whether a year or month is told from others by its place: "in its last year", "in their first month"."""
    return len(norms) > 1 and norms[0] in word_set("turned") and norms[1] in word_set("stretches")


_OWNERS = frozenset({"its", "their", "his", "her", "our"})
_STAGED = _OWNERS | {"on", "after", "before", "at", "the"}  # words that a stage may begin with
# "4.15 or later", "two years later"
_NO_TURN = frozenset(
    {"or", "and", "day", "days", "week", "weeks", "month", "months", "year", "years", "decades", "hours"}
)


def _moment(norms: Sequence[str], place: int) -> str:
    """The start or end of something that is not named: "at first", "at the end", but not "at the end of 2018"."""
    at = place + 1 + (norms[place + 1 : place + 2] == ["the"])
    noun = norms[at] if at < len(norms) else ""
    return noun if noun in word_set("moments") and norms[at + 1 : at + 2] != ["of"] else ""


# "4,115 of them", "1,500 t of its herring", and "Of the pupils in the district, 2,300 …".
_THEM = re.compile(r" of (?:them|whom|which|these|those)\b(?! (?:who|that|which)\b)")
_ITS = re.compile(r" of (?:its|their|his|her|our)\b")
_OF = re.compile(r"\W*Of (?:the|its|their|all|these|those)\b[^,.;]{1,80},")
_SOME = re.compile(
    r"\W*(?:two|three|four|five|six|seven|eight|nine|ten|some|most|half|several|many|part|\d+) of "
    r"(?:the|its|their|his|her)\b",
    re.IGNORECASE,
)


_DEFINITE = re.compile(r" of (?:the|its|their|his|her|our|this|that|[A-Z]\w+(?: [A-Z]\w+)*(?:'s|’s|s'|s’)) ")


_LEAD = 40  # characters before a figure
# "… ferries, of which 210 are new", "including some 210 from abroad"
_AMONG = re.compile(
    r"\b(?:of (?:which|whom|these|those|them)|including|among them)[\s,:]+"
    r"(?:(?:about|around|some|only|just|nearly|almost|over|more than|at least|roughly|the|an?)\s)*$",
    re.IGNORECASE,
)


_BESIDES = re.compile(
    r"\b(?:besides|plus|in addition to|on top of|apart from|not counting|excluding|other than|except for)\s"
    r"(?:(?:about|around|some|only|just|nearly|almost|over|more than|at least|roughly|the|another|a further)\s)*$",
    re.IGNORECASE,
)


def besides(sentence: str, start: int) -> set[str]:
    """Whether a figure is told of what is not among the others: "a fleet of ferries, besides 210 on loan"."""
    return {"besides"} if _BESIDES.search(sentence, max(start - _LEAD, 0), start) else set()


def whereabouts(sentence: str, end: int) -> set[str]:
    """Where what is counted is, said right after it: "340 people underground", "34 concerts abroad"."""
    after = sentence[end : end + _LEAD].lower().split()[:_NOUNS]
    return {word.strip(",.;") for word in after} & word_set("whereabouts")


_NOUNS = 4  # words after a figure


def part_of(sentence: str, end: int) -> bool:
    """Whether a sum is a part of one that is known: "£11.5 million of Orsa's programme"."""
    return _DEFINITE.match(sentence, end) is not None


# A share of its trees is one of all its trees, and 87 of her crew may be all that there is to tell of.
_AMOUNTS = frozenset({Kind.MEASURE, Kind.MONEY})
_COUNTED = _AMOUNTS | {Kind.COUNT}


def partial(sentence: str, start: int, end: int, kind: Kind, event: str) -> bool:
    """Whether the sentence's subject is some of several things, and the figure another one than their number."""
    if kind in _COUNTED and not event and _AMONG.search(sentence, max(start - _LEAD, 0), start):
        return True
    if _THEM.match(sentence, end) or (kind in _AMOUNTS and _ITS.match(sentence, end)):
        return True
    opening = _OF.match(sentence)
    if opening is not None and opening.end() <= start and not any(map(str.isdigit, opening[0])):
        return True
    found = _SOME.match(sentence)
    return found is not None and found.end() < start and len(sentence[found.end() : start].split()) > 1


_WINDOW = re.compile(
    r"\b(?:in|over|during|for|within) the (?:past|last|previous) "
    r"(?!(?:year|month|week|quarter|season|spring|summer|autumn|winter|night|day)\b)\w+",
    re.IGNORECASE,
)


def window(sentence: str) -> bool:
    """Whether the sentence speaks of a stretch of time up to now: "in the past twenty years"."""
    return _WINDOW.search(sentence) is not None


def means(norms: Sequence[str], event: str) -> set[str]:
    """What something is done with or by: heated with wood, produced by turbines; a date or a person alone is none."""
    for place, norm in enumerate(norms):
        if event and verb_lemma(norm) != event:
            continue
        if not event and not (norm in grammar().verb_forms and norms[place + 1 : place + 2] == ["with"]):
            continue
        for at in range(place + 1, min(place + _AFTER_VERB, len(norms))):
            if norms[at] in (".", ",", ";"):
                break
            if norms[at] in _WITH:
                words = []
                for one in norms[at + 1 : at + 5]:
                    if (one in closed_words() and one not in ("the", "a", "an")) or not one[:1].isalpha():
                        break
                    words.append(one)
                return {lemma(one) for one in words if weight(lemma(one)) > 0 and one not in word_set("weekdays")}
    return set()


def version_role(claim: Claim, before: str, after: str) -> str:
    """What a version is said to be: needed, current, tested, or one at which something happened."""
    ahead = [match[0].lower() for match in WORDS.finditer(before)]
    following = [match[0].lower() for match in WORDS.finditer(after)]
    behind = following[:4]
    text = claim.text
    roles = table()["version"]
    near = ahead[-6:]
    if set(ahead) & set(roles["happening"]) or (len(ahead) < 3 and ahead[:1] == ["in"]):
        return "event"
    if behind[:1] and behind[0] in roles["doing"]:
        return "event"  # "Version 5.0 drops support for Python 3.6"
    later = {*behind[:3], *text.lower().split()} & set(roles["after"])
    led = ahead[-4:-2] if ahead[-3:-2] != ["and"] else ahead  # "runs on Python 3.9 and on Django 4.2"
    if ahead[-2:-1] and ahead[-2] in roles["placing"] and not set(led) & set(roles["needed"]):
        return ""  # "on Redis <= 6.0", "the sessions in Redis 7+": where something is so
    bounded = later or text.endswith("+") or text[:1] in "><=≥~^"
    if bounded and (len(ahead) + len(following) <= _BARE or set(ahead) & set(roles["needed"])):
        return "for something" if behind[:1] and behind[0] in roles["partly"] else "needed"
    if bounded:
        return ""
    if set(near) & set(roles["event"]):
        return "event"
    if set(ahead) & set(roles["needed"]):
        return "needed"
    if set(ahead) & set(roles["tested"]):
        return "tested"
    if set(near) & set(roles["current"]) or set(behind) & set(roles["current"]):
        return "current"
    return ""


_BARE = 8  # words beside a bound that make it no more than an entry of a list
