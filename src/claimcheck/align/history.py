"""Files that tell of other times than today: changelogs, logs of sessions, news, plans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import PurePath

from claimcheck.lexicon import load_table

__all__ = ["below_common", "is_history_file", "is_record_file", "is_report_file"]

_TABLES = ("history_files", "history_words", "news_files", "proposal_files")


def below_common(ids: Iterable[str]) -> dict[str, str]:
    """Each document id with what of it lies below the folder that holds them all.

    Who asks for a report on ``archive/`` asks what those documents say, and the folder's name tells nothing apart.
    """
    parts = {id: PurePath(id).parts for id in ids}
    folders = [one[:-1] for one in parts.values()]
    shared = 0
    while folders and all(len(one) > shared and one[shared] == folders[0][shared] for one in folders):
        shared += 1
    return {id: str(PurePath(*one[shared:])) for id, one in parts.items()}


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
    return "history_files" in tables and _VERSION.fullmatch(path.stem) is not None


# A file that is named for one release, as its notes are: 3.11.2.rst, v2.0.0-beta1.md, version9.txt.
_VERSION = re.compile(
    r"(?:release[-_ ])?v?\d+(?:\.\d+){1,3}(?:[._-]?[a-z]+\.?\d*)?(?:[-_]notes)?|(?:version|release)[-_]?\d+",
    re.IGNORECASE,
)


@lru_cache(4096)
def is_record_file(id: str) -> bool:
    """Whether a file's own name says that it records a day or a meeting: minutes.txt, session-12.md."""
    return not set(re.split(r"[\W_]+", PurePath(id).stem.lower())).isdisjoint(load_table("gate")["record_words"])


_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)")


@lru_cache(4096)
def is_report_file(id: str) -> bool:
    """Whether a file of a project reports on one day: audit-2024-05-03.md, PHASE1_COMPLETE.md, news.rst.

    Among articles a date in the name is nothing special, so this is asked only in trees with a README.
    """
    path = PurePath(id)
    parts = (path.stem, *path.parent.parts)
    news = load_table("gate")["news_files"]
    if any(_DATED.search(part) or part.lower().rpartition("-")[2] in news for part in parts):
        return True
    if any(part.lower() in _folders() for part in path.parent.parts):
        return True
    words = re.split(r"[\s_.-]+", path.stem)
    if path.suffix in _PLAIN and {word.lower() for word in words} & _printed():
        return True
    return len(words) > 1 and path.stem.isupper() and bool({word.lower() for word in words} & _statuses())


# Suffixes of what a program's output is kept in.
_PLAIN = frozenset({".txt", ".text"})


@cache
def _printed() -> frozenset[str]:
    return frozenset(load_table("gate")["output_words"])


@cache
def _folders() -> frozenset[str]:
    return frozenset(load_table("gate")["report_folders"])


@cache
def _statuses() -> frozenset[str]:
    return frozenset(load_table("gate")["report_words"])
