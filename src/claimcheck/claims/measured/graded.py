"""Numbers that are values on a scale, and of what: "a quake of magnitude 4.8", "closed at 33,886 points"."""

from __future__ import annotations

from claimcheck.claims.measured.arguments import subject_of
from claimcheck.claims.measured.gerunds import OWNED
from claimcheck.claims.measured.model import Measured, from_phrase
from claimcheck.claims.phrases import Phrase, normalise, phrase_after, phrase_before
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["AT_POINTS", "graded"]

AT_POINTS = "what stands at so many points"


def graded(reading: Reading, mention: Mention) -> Measured | None:
    """ "of magnitude 4.8", "a magnitude of 4.8": the scale that the number is a value on; what stands at so many
    points.
    """
    at = mention.first - 1
    if at > 0 and reading.norms[at] == "of":
        at -= 1
    if at < 0 or reading.norms[at] not in load_table("grammar")["scales"]:
        return _at_points(reading, mention)
    scale, owner = reading.norms[at], _owner(reading, at, mention)
    if owner is None or reading.tags[owner.head] != "N":
        return Measured(scale, scale, "", at, mention.last, "the scale of the number")
    return Measured(f"{scale} of {normalise(reading, [owner])}", scale, "", owner.first, owner.last, OWNED)


def _owner(reading: Reading, at: int, mention: Mention) -> Phrase | None:
    """What has such a value: "a quake of magnitude 5", "the quake, of magnitude 5,", "a magnitude 5 quake", "the quake
    had a magnitude of 5".
    """
    norms, tags = reading.norms, reading.tags
    k = at - (norms[at - 1] in {"a", "the"}) - 1
    if norms[k] in {"of", "with"}:
        k -= norms[k - 1] == ","
        phrase = phrase_before(reading, k)
        return phrase if phrase is not None and phrase.last == k else None
    if k > 0 and tags[k] in "VX":
        return subject_of(reading, k, reading.clause(k)[0])
    phrase = phrase_after(reading, mention.last)
    return phrase if phrase is not None and phrase.first == mention.last else None


def _at_points(reading: Reading, mention: Mention) -> Measured | None:
    """An index that stands at so many points: "the index closed at 33,886 points", "rose 2% to 28,000 points"."""
    norms, tags = reading.norms, reading.tags
    if norms[mention.last : mention.last + 1] != ["points"] or mention.first < 1:
        return None
    if norms[mention.first - 1] not in {"at", "to"}:
        return None
    verb = next((k for k in range(mention.first - 1, reading.clause(mention.first)[0], -1) if tags[k] == "V"), None)
    subject = subject_of(reading, verb, reading.clause(verb)[0]) if verb is not None else None
    if subject is None or verb is None or tags[subject.head] not in "NZ":
        return None
    return from_phrase(reading, subject, AT_POINTS, keep_names=True)
