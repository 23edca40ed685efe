"""Times that are punishments: "sentenced him to 12 years", "faces up to 20 years in prison"."""

from __future__ import annotations

from claimcheck.claims.grammar import verb_lemma
from claimcheck.claims.measured.extents import BEHIND_ONE
from claimcheck.claims.measured.model import main_verb
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["punished"]

_LINKS = {"sentence": "to", "condemn": "to", "jail": "for", "imprison": "for"}


def punished(reading: Reading, mention: Mention) -> bool:
    """Whether a length of time is what a court gives somebody, not what is spent there."""
    norms, at = reading.norms, mention.last
    link = norms[mention.first - 1] if mention.first else ""
    behind_bars = norms[at : at + 2] == ["behind", "bars"]
    jailed = norms[at : at + 1] == ["in"] and norms[at + 1 : at + 2] != [] and norms[at + 1] in _jails()
    if jailed or behind_bars:
        return link not in BEHIND_ONE and link != "for"
    verb = main_verb(reading, mention)
    return verb is not None and link != "" and _LINKS.get(verb_lemma(norms[verb])) == link


def _jails() -> frozenset[str]:
    return frozenset(load_table("elapsed")["jails"])
