"""Names that stand in a figure's sentence and are not what it is about: landmarks, and who reports it."""

from __future__ import annotations

from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading

__all__ = ["closing_source", "landmark"]

_REPORTING = frozenset({"reports", "reported", "said", "says", "writes", "wrote"})


def landmark(reading: Reading, name: Name) -> bool:
    """Names that only place a border ("along the border with Afghanistan", "the Tajik-Afghan border")."""
    tokens = reading.tokens
    i = name.first - 1
    if i >= 0 and tokens[i].norm == "the":
        i -= 1
    if (
        i >= 1
        and tokens[i].norm in {"with", "from", "to", "of"}
        and tokens[i - 1].norm in {"border", "frontier", "borders"}
    ):
        return True
    follows = name.last
    if follows < len(tokens) and tokens[follows].norm in {"border", "frontier"} and name.first >= 2:
        return tokens[name.first - 1].text in "-–‑"
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
