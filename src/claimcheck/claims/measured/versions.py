"""Versions: the product that bears one."""

from __future__ import annotations

from functools import cache

from claimcheck.claims.grammar import lemma
from claimcheck.claims.measured.extents import of_extent
from claimcheck.claims.measured.model import Measured
from claimcheck.claims.reading import Reading
from claimcheck.extract.scan import Mention
from claimcheck.lexicon import load_table

__all__ = ["of_version"]


def of_version(reading: Reading, mention: Mention) -> Measured:
    """The name before a version as it is written; where there is none, what else has the version."""
    found = of_extent(reading, mention)
    if mention.base is None:
        return found
    first, last = mention.base
    while first > 1 and reading.tags[first - 1] == "N" and reading.tokens[first - 1].text[:1].isupper():
        first -= 1  # "Apache Kafka 3.2"
    written = reading.scan.document.text[reading.tokens[first].start : reading.tokens[last - 1].end].lower()
    text = _same().get(written, written)
    return Measured(text, lemma(text.rsplit(" ", 1)[-1]), found.event, first, last, "the name before the version")


@cache
def _same() -> dict[str, str]:
    """Names of products to the one of them by which they are compared: "node.js" is node."""
    return {one: names[0] for names in load_table("documents")["products"]["same"] for one in names}
