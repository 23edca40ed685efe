"""Names that only say by what means something is told or paid, or what an office is for: "in French", "on Telegram"."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.names import Name
from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table
from claimcheck.lexicon import load_table

__all__ = ["medium"]

_INTO = frozenset({"in", "into", "from"})
_BY = frozenset({"on", "via", "through", "over", "in", "using", "by"})
_JOINED = frozenset({"and", "or", ","})


def medium(reading: Reading, name: Name) -> bool:
    """Whether a name is that of a language, of a channel or currency, or of what a minister is for."""
    at = name.first - 1
    if at < 0:
        return False
    if name.known and name.place:
        return _language(reading, name, at)
    before = reading.norms[at]
    if before in {"for", "of"}:
        return not name.known and at > 0 and reading.norms[at - 1] in _posts()
    if reading.norms[name.first] not in _channels():
        return False
    return before in _BY or reading.norms[name.last : name.last + 1] in _pages() or before in {"(", "its", "their"}


def _language(reading: Reading, name: Name, at: int) -> bool:
    """ "materials in Russian and Tajik", "a German-language paper": no country."""
    norms, tags = reading.norms, reading.tags
    if name.last - name.first > 1:
        return False  # "from Saudi Arabia"
    if reading.tokens[name.first].text not in load_table("countries").get(name.canonical, {}).get("people", ()):
        return False
    if norms[name.last : name.last + 2] in (["-", "language"], ["-", "speaking"]):
        return True
    if name.last < len(tags) and (tags[name.last] in "NAGZ-" or norms[name.last - 1].endswith("s")):
        return False
    while at > 0 and norms[at] in _JOINED and any(other.last == at for other in reading.names):
        at = next(other.first for other in reading.names if other.last == at) - 1
    return (norms[at] in _INTO and tags[at] == "P") or norms[at] in word_table("spoken")


@cache
def _posts() -> frozenset[str]:
    """What "for" or "of" and the field follow: "the Minister for Internal Affairs"."""
    return frozenset(load_table("names")["titles"]["ranks"]) | {"minister", "ministers", "secretary"}


@cache
def _channels() -> frozenset[str]:
    return word_table("channels")


@cache
def _pages() -> tuple[list[str], ...]:
    return tuple([word] for word in load_table("names")["channels"]["parts"])
