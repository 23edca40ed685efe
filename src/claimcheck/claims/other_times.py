"""Times of a sentence that are not a figure's own: of what it is compared with, of an insertion, of another figure."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar, lemma
from claimcheck.claims.measured.antecedents import participial, told_behind
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Granularity, Kind

__all__ = [
    "COMPARING",
    "OTHER",
    "adjoins",
    "baseline",
    "compared",
    "done_before",
    "inserted",
    "measured_from",
    "of_another",
    "parted",
    "since_clause",
    "when_clause",
]

_STOPS = frozenset(".;:,()–—")


_LONGEST_INSERT = 16


# Words before a time that make it the other end of a comparison, not the time of this figure.
_MARKS = frozenset({"record", "peak", "high", "low", "best", "worst", "maximum", "minimum"})


# A date of these says when somebody foresaw the figure, not for when.
_FORECASTS = frozenset({"forecast", "projection", "prediction", "outlook", "estimate"})


COMPARING = frozenset({"than", "as"})


OTHER = frozenset({"than", "against", "versus", "compared"})


# Words between a change and the time that it is measured from.
_BASELINE = OTHER | {"below", "above", "on"}


_NOW = frozenset({"now", "today", "currently", "presently", "nowadays"})


_NEAR_CHANGE = 8  # tokens between a change and the time since which it is told


def baseline(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a figure is the level reached or what there is now, and a time that from which it changed: "has tripled
    since 2010 to 240", "240, three times as many as in 2010", "have trebled since 2010; there are now 240".
    """
    if figure.kind is Kind.CHANGE or figure.quantity is None or figure.quantity.role in ("by", "times", "from"):
        return False
    if figure.quantity.role == "to" and candidate.last <= figure.first and _began_then(reading, figure, candidate):
        return True
    tokens = reading.tokens
    at = candidate.first
    k = at - 1 - (at > 0 and reading.tags[at - 1] == "P")
    if figure.last <= k and tokens[k].norm == "as" and any(tokens[i].norm == "as" for i in range(max(k - 3, 0), k)):
        return True
    since = tokens[at].norm == "since" or (at > 0 and tokens[at - 1].norm == "since")
    if not since:
        return False
    first, last = reading.clause(figure.first)
    if not first <= at < last and any(tokens[i].norm in _NOW for i in range(first, last)):
        return True
    start = max(figure.last, at - _NEAR_CHANGE) if figure.last <= at else at - _NEAR_CHANGE
    end = at if figure.last <= at else min(figure.first, at + _NEAR_CHANGE)
    return any(one.kind is Kind.CHANGE and start <= one.first < end for one in reading.mentions)


def _began_then(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time stands between the two ends of a change: "fell from 5.4% in 2020 to 4.1%"."""
    for other in reading.mentions:
        if other.last <= candidate.first and other.quantity is not None and other.quantity.role == "from":
            return not any(mark in "VX;" for mark in reading.tags[other.last : figure.first])
    return False


def when_clause(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a clause with "when" tells of a time what the figure was then: "since 2012, when 84 were notified"."""
    at = candidate.last
    if reading.norms[at : at + 2] != [",", "when"] or figure.first < at:
        return False
    between = reading.norms[at + 2 : figure.first]
    return len(between) < _LONGEST_INSERT and not {",", ";", ".", ":"}.intersection(between)


def since_clause(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time dates what a figure is counted from: "17 goals since he joined in 2018"."""
    tokens, tags = reading.tokens, reading.tags
    for k in range(candidate.first - 1, max(candidate.first - 12, -1), -1):
        if tokens[k].text in ".;:,()":
            return False
        if tokens[k].norm == "since":
            counted = figure.last <= k or (k == 0 and figure.first > candidate.last)
            told = tags[k + 1 : candidate.first]
            return counted and (
                any(mark in "VX" for mark in told) or ("N" in told and tokens[candidate.first - 1].norm in {"in", "on"})
            )
    return False


def of_another(reading: Reading, index: int, candidate: Mention) -> bool:
    """Whether a time belongs to another event: "the wing, opened on 14 July, cost €23m", "the record of 1961"."""
    tokens = reading.tokens
    first, last = reading.clause(candidate.first)
    figure = reading.mentions[index]
    relative = any(tokens[i].norm in {"which", "who", "whose"} for i in range(first, min(first + 3, last)))
    relative = relative or _narrowing(reading, first)
    if relative and not first <= figure.first < last:
        return True
    k = candidate.first - 1
    if k >= 1 and tokens[k].norm == "of" and tokens[k - 1].norm in _MARKS | _FORECASTS:
        return True
    if candidate.last < len(tokens) and tokens[candidate.last].norm in _FORECASTS:
        return True
    if k > figure.last and reading.tags[k] == "P" and _of_other_figure(reading, k - 1):
        return True
    if compared(reading, candidate, figure):
        return True
    if enclosed(reading, figure, candidate) or _set_then(reading, figure, candidate):
        return True
    return inserted(reading, candidate, figure) or done_before(reading, candidate, figure)


def _of_other_figure(reading: Reading, at: int) -> bool:
    """Whether a noun is that of a figure with a time of its own: "two fifths of the figure | for the year before"."""
    words = reading.norms[max(at - 2, 0) : at]
    return reading.norms[at] in load_table("grammar")["other_figures"] and words in (["of", "the"], ["than", "the"])


def _narrowing(reading: Reading, first: int) -> bool:
    """Whether a clause that "that" opens says which thing is meant: "an agreement that was signed in 2020"."""
    tags = reading.tags
    if not 0 < first < len(tags) - 1 or reading.norms[first] != "that":
        return False
    return tags[first - 1] == "N" and tags[first + 1] in "VX"


def compared(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time only says among which values a figure is the greatest, or from which it is worked out: "8 m, the
    highest since 1921", "with the series 1921–2017 it returns every 80 years".
    """
    tokens = reading.tokens
    at = candidate.first
    since = _since(reading, at)
    if since > 0 and figure.kind is not Kind.RANK:
        if any(_superlative(tokens[i].norm) for i in range(max(since - _RANKED, 0), since)):
            return True
    k = at - 1
    while k >= 0 and reading.tags[k] in "PD":
        k -= 1
    if k < 0 or lemma(tokens[k].norm) not in load_table("grammar")["bases"] or figure.first < candidate.last:
        return False
    return any(tokens[i].norm in {"with", "using", "based", "basis"} for i in range(max(k - 5, 0), k))


_RANKED = 3  # tokens from "the lowest level" to its "since"
_SINCE = 9  # tokens from "since" to its date: "since the end of the war in 1945"


def _since(reading: Reading, at: int) -> int:
    """The token of the "since" that a time at a token belongs to ("since independence in 1991"), or -1."""
    for k in range(at, max(at - _SINCE, -1), -1):
        if reading.norms[k] == "since":
            return k
        if reading.tags[k] in ".VX":
            return -1
    return -1


def _superlative(norm: str) -> bool:
    return (norm.endswith("est") and len(norm) > 5) or norm in {"worst", "best", "most", "least", "record"}


def inserted(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time stands in what commas insert and the figure outside: "Kellet, founded in Hull in 1934, has 40
    shops", "the bridge, a work of 1920, …"; or in a fronted participle: "Built in 1920, it has 40 rooms".
    """
    tokens, tags = reading.tokens, reading.tags
    start = candidate.first
    while start and tokens[start - 1].text not in _STOPS and candidate.first - start < _LONGEST_INSERT:
        start -= 1
    end = candidate.last
    while end < len(tokens) and tokens[end].text not in _STOPS and end - candidate.last < _LONGEST_INSERT:
        end += 1
    if start <= figure.first < end or end >= len(tokens) or tokens[end].text not in ",–—)":
        return False
    opened = start > 0 and tokens[start - 1].text in ",–—("
    if opened and reading.figure_at[start] >= 0 and reading.mentions[reading.figure_at[start]] is not candidate:
        return not any(mark in "VXG" for mark in tags[start:end])  # "the median age, 32.9 in 2004, is 40"
    passive = tags[start] == "V" and participial(tokens[start].norm)
    if start == 0:
        return passive and figure.first > end and any(mark in "VX" for mark in tags[end : figure.first])
    if not opened or not any(mark in "NZ" for mark in tags[:start]):
        return False
    if any(mark in "VX" for mark in tags[start + 1 : end]):
        return tokens[start].norm in {"which", "who", "whose"}
    apposed = tokens[start].norm in {"a", "an"} and tags[start - 2] in "NZ" and candidate.first - start > 1
    return passive or apposed


def _set_then(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time is that at which a mark was set: "72 cm above the old record, set in May 1997"."""
    at = candidate.first - 1
    at -= at > 0 and reading.tags[at] == "P"
    if at < 2 or figure.last > at or reading.norms[at] not in {"set", "reached", "recorded", "measured"}:
        return False
    k = at - 1 - (reading.norms[at - 1] == ",")
    return reading.norms[k] in _MARKS


def enclosed(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a figure stands in a relative clause between commas and a time after it, with the sentence's verb: "The
    mill, in which they put €4m, will open in May".
    """
    if candidate.first < figure.last or _RELATIVE.isdisjoint(reading.scan.vocabulary):
        return False
    tokens, norms, tags = reading.tokens, reading.norms, reading.tags
    for at in range(figure.first - 1, max(figure.first - _LONGEST_INSERT, 0), -1):
        if tokens[at].text in ".;:()":
            return False
        if norms[at] in _RELATIVE and norms[at - 1 - (tags[at - 1] == "P")] == ",":
            closing = next((k for k in range(figure.last, candidate.first) if norms[k] == ","), None)
            return closing is not None and closing + 1 < candidate.first and tags[closing + 1] in "VXM"
    return False


_RELATIVE = frozenset({"which", "who", "whose", "whom", "where"})


def done_before(reading: Reading, candidate: Mention, figure: Mention) -> bool:
    """Whether a time is that of a deed in the past, and the figure what holds today: "was built in 1987 and can carry
    84 cars", "the bridge built in 1929 has 13 arches".
    """
    tokens, tags = reading.tokens, reading.tags
    if figure.first < candidate.last:
        return _done_after(reading, figure, candidate)
    if told_behind(reading, candidate):
        return _today(tokens[candidate.last].norm, tags[candidate.last])
    deed = next((k for k in range(candidate.first - 1, max(candidate.first - 9, -1), -1) if tags[k] in "VX"), None)
    if deed is None or not _past(tokens[deed].norm, tags[deed]):
        return False
    between = range(candidate.last, figure.first)
    verbs = [k for k in between if tags[k] in "VX"]
    if not verbs or not any(tokens[k].norm in {"and", "but", ";"} for k in range(candidate.last, verbs[0])):
        return False
    return _today(tokens[verbs[0]].norm, tags[verbs[0]])


def _done_after(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether what holds today is told before a deed in the past: "has 40 members and was founded in 1990"."""
    tokens, tags = reading.tokens, reading.tags
    joint = next((k for k in range(figure.last, candidate.first) if tokens[k].norm in {"and", "but"}), None)
    if joint is None or joint + 1 >= candidate.first or not _past(tokens[joint + 1].norm, tags[joint + 1]):
        return False
    verb = next((k for k in range(figure.first - 1, -1, -1) if tags[k] in "VX"), None)
    return verb is not None and _today(tokens[verb].norm, tags[verb])


def _past(norm: str, mark: str) -> bool:
    """Whether a finite verb says what was once so."""
    if mark == "X":
        return norm in {"was", "were", "had", "did"}
    return grammar().verb_forms.get(norm, ("", ""))[1] == "past"


def _today(norm: str, mark: str) -> bool:
    """Whether a finite verb says what holds now."""
    if mark == "X":
        return norm in {"is", "are", "has", "have", "can", "does", "do"}
    form = grammar().verb_forms.get(norm)
    return form is not None and form[1] == "s"


def measured_from(reading: Reading, figure: Mention, candidate: Mention) -> bool:
    """Whether a time is what a change starts from: "12% higher than in 2018", "3% below its 2019 level"."""
    if figure.kind is not Kind.CHANGE or not 0 < candidate.first - figure.last <= 6:
        return False
    gap = [reading.tokens[k].norm for k in range(figure.last, candidate.first)]
    if "over" in gap and not {"same", "previous", "preceding"}.isdisjoint(gap[gap.index("over") :]):
        return True  # "a 20% increase over the same period in 2020"
    if gap[0] == "on" and candidate.time is not None and candidate.time.granularity is Granularity.DAY:
        return False  # "shares rose 5% on 3 May"
    return gap[0] in _BASELINE or (gap[0] in {"up", "down"} and len(gap) > 1) or "than" in gap


def adjoins(reading: Reading, last: int, first: int) -> bool:
    """Whether only its noun and a preposition or bracket part a figure from the time after it ("5% in 2010")."""
    gap = range(last, first)
    return len(gap) <= 6 and all(reading.tags[k] in "PDNA-" or reading.tokens[k].text == "(" for k in gap)


def parted(reading: Reading, index: int, other: int) -> bool:
    """Whether another figure of the same kind stands between the two: then the time is more likely that one's."""
    low, high = sorted((index, other))
    kind = reading.mentions[index].kind
    return any(reading.mentions[k].kind is kind for k in range(low + 1, high))
