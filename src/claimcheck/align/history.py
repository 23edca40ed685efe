"""Files that tell of other times than today: changelogs, logs of sessions, news, plans."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath

from claimcheck.lexicon import load_table

__all__ = ["is_history_file"]

_TABLES = ("history_files", "history_words", "news_files", "proposal_files")


@lru_cache(4096)
def is_history_file(id: str, tables: tuple[str, ...] = _TABLES) -> bool:
    """Whether a file's name says that it tells history: CHANGELOG.md, release_notes.txt, docs/changes/3.1.md.

    ``tables`` names those of ``lexicon/gate.toml`` that count.
    """
    known = load_table("gate")
    words = frozenset(known["history_words"]) if "history_words" in tables else frozenset()
    path = PurePath(id)
    for at, part in enumerate((path.stem, *path.parent.parts)):
        # "plan.md" may be what holds today, "plans/garden.md" is one of several.
        named = [table for table in tables if table != "history_words" and (at or table != "proposal_files")]
        plain = re.sub(r"[\s_.]+", "-", part.lower())
        if any(plain in known[table] for table in named) or words & set(plain.split("-")):
            return True
    return False
