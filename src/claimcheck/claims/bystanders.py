"""Names and pronouns of a figure's sentence that it is not about: landmarks, who reports it, "it" for no thing."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["antecedent", "closing_source", "compared", "expletive", "landmark", "located_at", "sized", "speaker_of"]

_AWAY = 12  # tokens that say how far a place is from a border
_BORDERS = frozenset({"border", "borders", "frontier"})
_REPORTING = frozenset({"reports", "reported", "said", "says", "writes", "wrote"})


@cache
def _assenting() -> frozenset[str]:
    return frozenset(load_table("stance")["assent"]["participles"])


def landmark(reading: Reading, name: Name) -> bool:
    """Names that only place a border ("along the border with Afghanistan", "the Tajik-Afghan border", "two miles from
    the Afghan border"), or of those who take a side ("was supported by Hald").
    """
    if _landmarks().isdisjoint(reading.scan.vocabulary):
        return False
    tokens = reading.tokens
    i = name.first - 1
    if i >= 0 and tokens[i].norm == "the":
        i -= 1
    if i >= 1 and tokens[i].norm == "by" and tokens[i - 1].norm in _assenting():
        return True
    if i >= 1 and tokens[i].norm in {"with", "from", "to", "of"} and tokens[i - 1].norm in _BORDERS:
        return True
    follows = name.last
    if follows < len(tokens) and tokens[follows].norm in {"border", "frontier"} and name.first >= 2:
        return tokens[name.first - 1].text in "-–‑" or (i >= 0 and tokens[i].norm == "from")
    return False


@cache
def _landmarks() -> frozenset[str]:
    """The words without which no name is one."""
    return _BORDERS | _assenting()


def closing_source(reading: Reading) -> int:
    """Where a source closes the sentence ("…, Ane Brekke of Radio Nord reports."), or its end."""
    tokens, tags = reading.tokens, reading.tags
    end = len(tokens)
    last = end - 1
    while last > 0 and tokens[last].text in '.”"':
        last -= 1
    if last < 2 or tokens[last].norm not in _REPORTING:
        return end
    comma = next((k for k in range(last - 1, max(last - 12, 0), -1) if tokens[k].text == ","), None)
    if comma is None or tags[comma + 1] not in "ZDN" or any(mark in "VX" for mark in tags[comma + 1 : last]):
        return end
    return comma


def speaker_of(reading: Reading, first: int, skip: set[int]) -> Name | None:
    """The source that a figure's clause tells of: "…, says Rui Canas, who has worked there for 22 years"."""
    if not first or reading.norms[first] != "who":
        return None
    end = first - (reading.tokens[first - 1].text == ",")
    return next((name for name in reading.names if name.last == end and (name.first in skip or not name.known)), None)


def expletive(reading: Reading, i: int) -> bool:
    """Whether "it" stands for no thing: "It takes a crew two hours to …", "It was in 2017 that …"."""
    following = reading.norms[i + 1 : i + 3]
    if following[:1] not in (["takes"], ["took"], ["is"], ["was"]):
        return False
    link = "T" if following[0] in {"takes", "took"} else "C"
    if link == "C" and (following[1:] == [] or reading.tags[i + 2] != "P"):
        return False
    end = next((k for k in range(i, len(reading.tokens)) if reading.tokens[k].text in ".;"), len(reading.tokens))
    return any(reading.tags[k] == link and (link == "T" or reading.norms[k] == "that") for k in range(i + 3, end))


def located_at(reading: Reading, first: int) -> Name | None:
    """The place that a relative clause tells of: "the port of Orm, where 40 ships lie"."""
    if first < 2 or reading.norms[first] != "where" or reading.norms[first - 1] != ",":
        return None
    found = next((name for name in reading.names if name.last == first - 1), None)
    if found is not None or reading.norms[first - 2] not in {"border", "frontier"}:
        return found
    # "at Orm, two miles from the border, where …"
    comma = next((k for k in range(first - 2, max(first - _AWAY, 0), -1) if reading.norms[k] == ","), 0)
    return next((name for name in reading.names if name.last == comma), None)


_WITHIN = frozenset({"in", "of"})


def compared(reading: Reading, mention: Mention, name: Name) -> bool:
    """Whether a name after a figure only says what is like it: "as much as Ireland", "less than in Germany"."""
    norms, tags = reading.norms, reading.tags
    table = load_table("names")["asides"]
    k = name.first - 1
    before = norms[k - 1 : k] in (["than"], ["like"])
    while k >= mention.last and (tags[k] == "D" or norms[k] in _WITHIN or (before and tags[k] == "P")):
        before = False
        k -= 1
    if k < mention.last:
        return False
    if sized(reading, name):
        return True
    if norms[k] in table["levels"] and "average" in norms[name.last : name.last + 2]:
        return True  # "2.4% of output, well above the African average"
    return norms[k] in table["comparing"] or (norms[k] == "as" and "as" in norms[max(k - 3, mention.last) : k])


def sized(reading: Reading, name: Name) -> bool:
    """Whether a name only says how large something else is: "40 hectares, roughly the size of Malta"."""
    norms, k = reading.norms, name.first - 1
    k -= norms[k] == "the"
    of_size = k > 1 and norms[k] == "of" and norms[k - 1] in load_table("names")["asides"]["sizes"]
    return of_size and norms[k - 2] in {"the", "twice", "half", "times"}


def antecedent(reading: Reading, first: int, names: list[Name]) -> list[Name]:
    """The name that a relative clause is on, where no preposition before it says that another is meant: "Take Orvia,
    which lost €4m".
    """
    if reading.norms[first] not in {"which", "who", "whose"} or not first or reading.norms[first - 1] != ",":
        return []
    name = next((name for name in names if name.last == first - 1), None)
    return [] if name is None or name.adjective or reading.tags[name.first - 1] == "P" else [name]
