"""Where a length is the way to somewhere: "40 km north of Paris", "12 miles to the south-east of the camp"."""

from __future__ import annotations

from claimcheck.claims.reading import Reading
from claimcheck.claims.shapes import word_table

__all__ = ["beyond_bearing"]


def beyond_bearing(reading: Reading, at: int) -> int:
    """The token after the "of" of a bearing that begins at a token, or -1 where none does."""
    norms, tags = reading.norms, reading.tags
    at += 2 * (norms[at : at + 2] == ["to", "the"])
    if at + 1 >= len(norms) or norms[at] not in word_table("compass"):
        return -1
    at += 1
    while norms[at : at + 1] != [] and (tags[at] == "-" or norms[at] in word_table("compass")):
        at += 1
    return at + 1 if norms[at : at + 1] == ["of"] else -1
