"""Names and pronouns of a figure's sentence that it is not about: landmarks, who reports it, "it" for no thing."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading
from claimcheck.lexicon import load_table

__all__ = ["closing_source", "expletive", "landmark", "located_at", "speaker_of"]

_AWAY = 12  # tokens that say how far a place is from a border
_REPORTING = frozenset({"reports", "reported", "said", "says", "writes", "wrote"})


@cache
def _assenting() -> frozenset[str]:
    return frozenset(load_table("stance")["assent"]["participles"])


def landmark(reading: Reading, name: Name) -> bool:
    """Names that only place a border ("along the border with Afghanistan", "the Tajik-Afghan border", "two miles from
    the Afghan border"), or of those who take a side ("was supported by Hald").
    """
    tokens = reading.tokens
    i = name.first - 1
    if i >= 0 and tokens[i].norm == "the":
        i -= 1
    if i >= 1 and tokens[i].norm == "by" and tokens[i - 1].norm in _assenting():
        return True
    if (
        i >= 1
        and tokens[i].norm in {"with", "from", "to", "of"}
        and tokens[i - 1].norm in {"border", "frontier", "borders"}
    ):
        return True
    follows = name.last
    if follows < len(tokens) and tokens[follows].norm in {"border", "frontier"} and name.first >= 2:
        return tokens[name.first - 1].text in "-–‑" or (i >= 0 and tokens[i].norm == "from")
    return False


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
