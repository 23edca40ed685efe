"""Countries, cities and regions: which names are places, and when a capital stands for its government."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.on_the_way import on_the_way
from claimcheck.claims.shapes import word_table
from claimcheck.extract.tokens import Token, TokenKind
from claimcheck.lexicon import Lexicon, fold, load_table


@cache
def place_names() -> frozenset[str]:
    """Every country, city and region that the lexicon names."""
    found: set[str] = set(load_table("countries"))
    for entry in load_table("countries").values():
        found.update([*([entry["capital"]] if "capital" in entry else []), *entry.get("seats", [])])
    found.update(name for name, entry in load_table("organisations").items() if "Asia" in name or "part" in entry)
    return frozenset(found)


@cache
def regions() -> frozenset[str]:
    """The larger regions that countries belong to."""
    return frozenset(entry["region"] for entry in load_table("countries").values() if "region" in entry)


def is_region(name: str) -> bool:
    """Whether a name is of a part of the world with several countries."""
    if name in regions():
        return True
    parts = load_table("organisations").get(name, {}).get("part", ())
    return bool(parts) and not any(part in load_table("countries") for part in parts)


def state_of(surface: str, lexicon: Lexicon) -> str:
    """The country that a state's full style names ("Republic of Peru"), or the empty string."""
    style, _, rest = surface.rpartition(" of ")
    if not style or style.split()[-1].lower() not in word_table("styles"):
        return ""
    country = lexicon.aliases.get(fold(rest.removeprefix("the ")), "")
    return country if country in load_table("countries") else ""


@cache
def seats_of_government() -> dict[str, str]:
    """Capitals and other seats of government with the country that each governs."""
    found: dict[str, str] = {}
    for country, entry in load_table("countries").items():
        for city in (*([entry["capital"]] if "capital" in entry else []), *entry.get("seats", [])):
            found[city] = country
    return found


@cache
def seats_of_blocs() -> dict[str, str]:
    """Cities that stand for an organisation of states: Brussels for the European Union."""
    return {entry["seat"]: name for name, entry in load_table("organisations").items() if "seat" in entry}


def level_of(tokens: Sequence[Token], i: int) -> str:
    """The "canton" of "the canton of Bern": a place of another extent than the city, and no government."""
    if i >= 2 and tokens[i - 1].norm == "of" and tokens[i - 2].norm in word_table("levels"):
        return tokens[i - 2].norm
    return ""


def is_locative(tokens: Sequence[Token], i: int, j: int) -> bool:
    """Whether a city's name says where something is, not which government acts."""
    if tokens[j - 1].norm.endswith(("'s", "s'")):
        return False
    k = i - 1
    while k >= 0 and tokens[k].norm in {
        "the",
        "central",
        "downtown",
        "northern",
        "southern",
        "eastern",
        "western",
    }:
        k -= 1
    before = tokens[k].norm if k >= 0 else ""
    after = tokens[j].norm if j < len(tokens) else ""
    if before in {
        "in",
        "near",
        "at",
        "around",
        "outside",
        "across",
        "into",
        "throughout",
        "through",
        "inside",
    }:
        return True
    if on_the_way(tokens, i):
        return True
    if after in word_table("of_cities"):
        return not _acts(tokens, j)
    return tokens[i - 1 : i] != [] and tokens[i - 1].norm == "the" and _of_the_city(tokens, j)


def _of_the_city(tokens: Sequence[Token], j: int) -> bool:
    """Whether the noun after "the" and a capital says what happened or was signed there: "the Kabul bombing"."""
    if j >= len(tokens) or tokens[j].kind is not TokenKind.WORD or not tokens[j].text.islower():
        return False
    norm = tokens[j].norm
    return norm not in word_table("of_governments") and norm not in grammar().closed and not norm.endswith("ed")


_CLAUSE = 6  # tokens after an auxiliary in which its clause says what is done
_PLACED = 2  # "the last"


def _acts(tokens: Sequence[Token], j: int) -> bool:
    """Whether an auxiliary after a capital goes on with what a government does: "Lima has been selling", "has lent",
    "is to send", "was the last to ratify it".
    """
    ahead = [token.norm for token in tokens[j + 1 : j + _CLAUSE]]
    if tokens[j].norm in {"is", "was"} and "to" in ahead[:-1]:
        at = ahead.index("to")
        set_or_last = at == 0 or (at == _PLACED and ahead[0] == "the" and ahead[1] in {"first", "last", "only"})
        if set_or_last and verb_lemma(ahead[at + 1]) in word_table("governing"):
            return True
    following = ahead[:2]
    if tokens[j].norm not in {"has", "have", "had", "is", "was"} or len(following) < 2:
        return False
    if following[0] in {"also", "now", "since", "long", "recently", "already"}:
        following.pop(0)
    if tokens[j].norm in {"has", "have", "had"} and grammar().verb_forms.get(following[0], ("", ""))[1] == "past":
        return verb_lemma(following[0]) not in word_table("urban")
    return (following[0] == "been" and following[-1].endswith("ing")) or (
        tokens[j].norm == "is" and following[0].endswith("ing")
    )
