"""The calendar's words, from ``lexicon/calendar.toml``, in the shape that the readers look them up in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck.lexicon import load_table

__all__ = ["phrases"]

_CALENDAR: dict[str, Any] = load_table("calendar")
_NUMBERS: dict[str, Any] = load_table("number_words")

Phrases = dict[str, list[tuple[str, ...]]]


def _index(entries: dict[str, list[str]]) -> dict[str, int]:
    return {word: number for number, words in enumerate(entries.values(), 1) for word in words}


def phrases(entries: Iterable[str]) -> Phrases:
    """Phrases by their last word, longest first, so that they can be matched leftwards from a date."""
    found: Phrases = {}
    for entry in entries:
        words = tuple(entry.split())
        found.setdefault(words[-1], []).append(words)
    for group in found.values():
        group.sort(key=len, reverse=True)
    return found


def _possessive(words: Iterable[str]) -> frozenset[str]:
    """The words, and each with "'s": the tokeniser keeps "October's" whole."""
    given = frozenset(words)
    return given | {f"{word}'s" for word in given}


MONTH_NAMES = _possessive(words[0] for words in _CALENDAR["months"].values())
MONTHS: dict[str, int] = _index(_CALENDAR["months"])
MONTH_NUMBERS: dict[int, str] = dict(enumerate(_CALENDAR["months"], 1))
MONTHS.update({name: MONTHS[name.removesuffix("'s")] for name in MONTH_NAMES})
DOUBTFUL_MONTHS = _possessive(_CALENDAR["month_words"]["doubtful"])
VERB_MONTHS = frozenset(_CALENDAR["month_words"]["verbs"])
MONTH_BEFORE = frozenset(_CALENDAR["month_words"]["before"])
RECURRING = frozenset(_CALENDAR["month_words"]["recurring"])

WEEKDAY_NAMES = _possessive(words[0] for words in _CALENDAR["weekdays"].values())
WEEKDAYS: dict[str, int] = {word: number - 1 for word, number in _index(_CALENDAR["weekdays"]).items()}
WEEKDAYS.update({name: WEEKDAYS[name.removesuffix("'s")] for name in WEEKDAY_NAMES})
WEEKEND_AFTER = frozenset(_CALENDAR["weekday_words"]["weekend_after"])
WEEKENDS = frozenset(_CALENDAR["weekday_words"]["weekends"])
OF_PLACE = frozenset(_CALENDAR["weekday_words"]["of"])
WEEKDAY_NOT_AFTER = frozenset(_CALENDAR["weekday_words"]["before"])
WEEKDAY_NOT_BEFORE = frozenset(_CALENDAR["weekday_words"]["after"])

SEASONS: dict[str, int] = {word: entry["month"] for entry in _CALENDAR["seasons"].values() for word in entry["words"]}

_PARTS = _CALENDAR["parts"]
LINKED_PARTS = frozenset(_PARTS["linked"])
PARTS: dict[str, str] = {word: part for part in ("early", "mid", "late", "start", "end") for word in _PARTS[part]}

BOUNDARIES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _role, _entries in _CALENDAR["boundaries"].items():
    for _last, _group in phrases(_entries).items():
        BOUNDARIES.setdefault(_last, []).extend((words, _role) for words in _group)
for _found in BOUNDARIES.values():
    _found.sort(key=lambda entry: len(entry[0]), reverse=True)

_CONNECTORS = _CALENDAR["connectors"]
RANGE_CONNECTORS: dict[str, list[tuple[str, ...]]] = {}
for _entry in _CONNECTORS["range"]:
    _words = tuple(_entry.split())
    RANGE_CONNECTORS.setdefault(_words[0], []).append(_words)
DASHES = frozenset(_CONNECTORS["dashes"])
LISTS = frozenset(_CONNECTORS["lists"])
PRESENT: tuple[tuple[str, ...], ...] = tuple(
    sorted((tuple(entry.split()) for entry in _CONNECTORS["present"]), key=len, reverse=True)
)
BEYOND_LATER = frozenset(_CONNECTORS["later"])
BEYOND_EARLIER = frozenset(_CONNECTORS["earlier"])
FORWARDS_FROM = frozenset(_CALENDAR["relative"]["from"])
ONWARDS = frozenset(_CONNECTORS["onwards"])
OPENING = frozenset(_CONNECTORS["opening"])

BEGINNINGS = frozenset(_CONNECTORS["beginnings"])
LENGTHS: dict[str, tuple[str, int, str]] = {
    word: (entry["unit"], entry["times"], name)
    for name, entry in _CALENDAR["lengths"].items()
    for word in entry["words"]
}
SINGULAR_LENGTHS = frozenset(entry["words"][0] for entry in _CALENDAR["lengths"].values())
LENGTHS.update({f"{word}'s": LENGTHS[word] for word in SINGULAR_LENGTHS})

_RELATIVE = _CALENDAR["relative"]
RELATIVE_DAYS: dict[str, int] = {form: move for word, move in _RELATIVE["days"].items() for form in (word, f"{word}'s")}
AGO = frozenset(_RELATIVE["ago"])
LATER = frozenset(_RELATIVE["later"])
HENCE = frozenset(_RELATIVE["hence"])
EARLIER = frozenset(_RELATIVE["earlier"])
SHIFTS: dict[str, str] = {
    word: role for role in ("last", "next", "this", "following", "previous") for word in _RELATIVE[role]
}
VAGUE_COUNTS = frozenset(_RELATIVE["vague_counts"])
APPROXIMATING = frozenset(_RELATIVE["approximating"])
PARTS_OF_DAY = frozenset(_RELATIVE["parts_of_day"])
ANNOUNCING = frozenset(_RELATIVE["announcing"])
FUTURE = frozenset(_RELATIVE["future"])
SCHEDULING = frozenset(_RELATIVE["scheduling"])
PRESENT_BE = frozenset(_RELATIVE["being"])
SETTING_IN = frozenset(_RELATIVE["setting_in"])
DUTY = frozenset(_RELATIVE["duty"])
WANTING = frozenset(_RELATIVE["wanting"])
PAYING = frozenset(_RELATIVE["paying"])

CARDINALS: dict[str, int] = {**_NUMBERS["small"], **_CALENDAR["numbers"]["cardinals"]}
TENS: dict[str, int] = dict(_NUMBERS["tens"])
ORDINALS: dict[str, int] = {**_NUMBERS["ordinals"], **_CALENDAR["numbers"]["ordinals"]}
ORDINAL_SUFFIXES = frozenset(_CALENDAR["numbers"]["suffixes"])
DECADE_NOT_NEAR = frozenset(_CALENDAR["numbers"]["not_near_decades"])
DECADE_WORDS: dict[str, int] = dict(_CALENDAR["numbers"]["decades"])

BEFORE_ERA = frozenset(_CALENDAR["eras"]["before"])
AFTER_ERA = frozenset(_CALENDAR["eras"]["after"])

SERIES_NOUNS = frozenset(_CALENDAR["series"]["nouns"])
FISCAL = frozenset(_CALENDAR["fiscal"]["words"])
FISCAL_YEAR = frozenset(_CALENDAR["fiscal"]["year"])

_YEAR = _CALENDAR["year"]
YEAR_STRONG = frozenset(_YEAR["strong"])
YEAR_WEAK = frozenset(_YEAR["weak"])
DETERMINERS = frozenset(_YEAR["determiners"])
COMPARING = frozenset(_YEAR["comparing"])
COMPARING_WITH = frozenset(_YEAR["comparing_with"])
YEAR_NOUNS = frozenset(_YEAR["nouns"])
YEAR_DUE = frozenset(_YEAR["due"])
YEAR_VERBS = frozenset(_YEAR["verbs"])
YEAR_CLOSERS = frozenset(_YEAR["closers"])
UNCOUNTED = frozenset(_YEAR["uncounted"])
PLURAL_LIKE = frozenset(_YEAR["plural_like"])
COUNTED = frozenset(_YEAR["counted"])
UNIT_WORDS = frozenset(_YEAR["units"])
DOCUMENT_WORDS = frozenset(_YEAR["documents"])
DATED_NOUNS = frozenset(_YEAR["dated"])
NUMBERING = frozenset(_YEAR["numbering"])
PLANNING = frozenset(_YEAR["planning"])
REACHING = frozenset(_YEAR["reaching"])
DEADLINES = frozenset(_YEAR["deadlines"])
YEAR_LABELS = frozenset(_YEAR["labels"])
YEAR_ISSUES = frozenset(_YEAR["issues"])
AMOUNT_NOUNS = frozenset(_YEAR["amounts"])
COUNT_MODIFIERS = frozenset(_YEAR["modifiers"])
LEVEL_NOUNS = frozenset(_YEAR["level_nouns"])
YEAR_BEFORE_DASH = frozenset(_YEAR["before_dash"])
YEAR_AFTER_DASH = frozenset(_YEAR["after_dash"])
PRICE_WORDS = frozenset(_CALENDAR["prices"]["words"])

_TIMES = _CALENDAR["times"]
TIME_MARKS = frozenset(_TIMES["marks"])
TIME_ZONES = frozenset(_TIMES["zones"])
NAMED_TIMES = frozenset(_TIMES["named"])

_FOREIGN = _CALENDAR["foreign"]
FOREIGN_LANGUAGES: tuple[str, ...] = tuple(_FOREIGN["languages"])
FOREIGN_OPENINGS = frozenset(_FOREIGN["openings"])
FOREIGN_LINKS = frozenset(_FOREIGN["links"])

EVENTS = frozenset(load_table("grammar")["event_nouns"])
#: What comes round again and is told by its year, in the plural: "the 2001 and 2011 censuses".
ROUNDS = frozenset(load_table("calendar")["rounds"]["nouns"])
