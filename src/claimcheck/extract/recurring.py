"""What comes round with the calendar: "every other autumn", "every third May", "every second Monday"."""

from __future__ import annotations

from functools import cache

from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.lexicon import load_table

__all__ = ["round_of"]

_FREE = frozenset({"the", "a", "an", "it", "they", "he", "she", "we", "its", "their", "his", "her", "this", "there"})


@cache
def _rounds() -> dict[str, str]:
    """The unit of time in which each of the calendar's words comes round once."""
    calendar = load_table("calendar")
    seasons = [word for entry in calendar["seasons"].values() for word in entry["words"]]
    months = [words[0] for words in calendar["months"].values()]
    days = [words[0] for words in calendar["weekdays"].values()]
    found = dict.fromkeys((*seasons, *months, "christmas", "easter"), "year")
    return found | dict.fromkeys((*days, *calendar["weekday_words"]["weekends"]), "week")


def round_of(scan: Scan, at: int, ends: frozenset[str]) -> str | None:
    """The unit of time that a season, month or weekday at ``at`` after "every other" counts, or None."""
    unit = _rounds().get(scan.norm(at))
    after = scan.tokens[at + 1] if at + 1 < len(scan.tokens) else None
    if unit is None or scan.taken[at]:
        return None
    free = after is None or after.kind is TokenKind.PUNCT or after.norm in ends or after.norm in _FREE
    apart = after is None or not (after.text in "-–/" or (unit == "week" and after.norm == "in"))
    return unit if free and apart else None
