"""Where a denial beside a figure does not deny it: in a relative clause before it, after a figure put first."""

from __future__ import annotations

from claimcheck.claims.grammar import grammar
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention

__all__ = ["beside"]

_NOTS = frozenset(
    {"not", "never", "cannot", "n't", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had"}
)
_RELATIVE = frozenset({"who", "which", "that"})


def beside(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether the denial of tokens ``first`` up to ``last`` is of another clause than that of the figure."""
    if reading.tokens[first].norm not in _NOTS:
        return False
    return _aside(reading, first, last, mention) or _fronted(reading, mention)


def _aside(reading: Reading, first: int, last: int, mention: Mention) -> bool:
    """Whether a denial stands in a relative clause that is over before the figure: "the hall, which is not heated,
    seats 300", "pickers who do not walk ride in on nine buses".
    """
    norms, tags = reading.norms, reading.tags
    opens = next((k for k in range(first - 1, max(first - 3, -1), -1) if norms[k] in _RELATIVE), None)
    if opens is None or not opens or not last < mention.first:
        return False
    if norms[opens - 1] == ",":
        return "," in norms[last : mention.first]
    forms = grammar().verb_forms
    denied = next((k for k in range(last, mention.first) if norms[k] in forms), mention.first)
    return any(
        norms[k] in forms and forms[norms[k]][1] != "ing" and tags[k - 1] in "NZ" and tags[k + 1 : k + 2] != ["N"]
        for k in range(denied + 1, mention.first)
    )


def _fronted(reading: Reading, mention: Mention) -> bool:
    """Whether the figure is put before the clause as what is so anyway: "At 38 inches, it is not the longest"."""
    at = mention.last
    return mention.first == 1 and reading.norms[0] in {"at", "with"} and reading.norms[at : at + 1] == [","]
