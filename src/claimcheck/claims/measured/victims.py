"""Those whom a verb befalls where nothing but the figure tells them: "killing 30 and wounding 80", "arrested 40"."""

from __future__ import annotations

from claimcheck.claims.grammar import lemma, participle, verb_lemma
from claimcheck.claims.measured.model import Measured, ahead_of
from claimcheck.claims.phrases import phrase_after
from claimcheck.claims.reading import Reading
from claimcheck.claims.verb_forms import BE
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table
from claimcheck.records import Kind

__all__ = ["victims"]

_OTHERS = frozenset({"others", "more", "another", "people", "persons"})
_FAR = 6  # tokens from a verb to the next one beside it: "killing 30 and wounding"


def victims(reading: Reading, mention: Mention) -> Measured | None:
    """Whom a verb right before a bare figure befell: people, or what the verb beside it befell: "killed 40 cows and
    injured 12".
    """
    verb = _verb(reading, mention)
    if verb is None or not _bare(reading, mention):
        return None
    event = verb_lemma(reading.norms[verb])
    noun = _beside(reading, mention, verb)
    return Measured(f"{noun} {participle(event)}", noun, event, verb, verb + 1, "whom it befalls", 0.8)


def _verb(reading: Reading, mention: Mention) -> int | None:
    """The active verb of harm whose object a figure is."""
    k = ahead_of(reading, mention.first)
    if k < 0 or reading.tags[k] not in "VG":
        return None
    if verb_lemma(reading.norms[k]) not in load_table("ellipsis")["befalling_people"]:
        return None
    if k and reading.tags[k] == "V" and reading.norms[k - 1] in BE:
        return None  # "were killed 12 days ago"
    return k


def _bare(reading: Reading, mention: Mention) -> bool:
    """Whether no noun follows a figure but one that only takes up those told of."""
    at = mention.last
    if reading.norms[at : at + 1] != [] and reading.norms[at] in _OTHERS:
        at += 1
    if reading.norms[at : at + 1] == ["of"]:
        return False  # "killed seven of the passengers"
    return at >= len(reading.tags) or reading.tags[at] in ".CPM" or reading.norms[at] in {"who", "whom"}


def _beside(reading: Reading, mention: Mention, verb: int) -> str:
    """What the verb before it in the sentence befell, or people."""
    table = load_table("ellipsis")["befalling_people"]
    for other in reversed(reading.mentions):
        if other.kind is not Kind.COUNT or other.last > verb or verb - other.last > _FAR:
            continue
        before = ahead_of(reading, other.first)
        phrase = phrase_after(reading, other.last)
        if before > 0 and reading.tags[before] in "VG" and verb_lemma(reading.norms[before]) in table and phrase:
            return lemma(reading.norms[phrase.head])
    return "people"
