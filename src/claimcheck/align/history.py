"""Files that tell of other times than today: changelogs, logs of sessions, plans."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from claimcheck.lexicon import load_table

__all__ = ["is_history_file"]


@lru_cache(4096)
def is_history_file(id: str) -> bool:
    """Whether a file's name says that it tells history: CHANGELOG.md, release_notes.txt, docs/changes/3.1.md."""
    table = load_table("gate")
    names, words = frozenset(table["history_files"]), frozenset(table["history_words"])
    path = PurePath(id)
    for part in (path.stem, *path.parent.parts):
        plain = re.sub(r"[\s_.]+", "-", part.lower())
        if plain in names or words & set(plain.split("-")):
            return True
    return False
