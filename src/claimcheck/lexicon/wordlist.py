"""The English word list (simplemma's): base forms, and which words there are.

Loading it takes longer than checking a small edit, so what it answered can be kept between runs: ``answers`` gives it
away and ``recall`` takes it back. A word that it was not asked for before makes it load.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

__all__ = ["answers", "base_form", "is_name", "is_word", "recall", "stamp"]

_MOST = 50_000  # answers to keep of each kind

_bases: dict[str, str] = {}
_words: dict[str, bool] = {}
_names: dict[str, bool] = {}
_told: list[int] = [0]  # how many answers were recalled


def base_form(word: str) -> str:
    """The base form of a word, in lower case; the word itself where the list does not have it."""
    found = _bases.get(word)
    if found is None:
        import simplemma

        found = _bases[word] = str(simplemma.lemmatize(word, lang="en")).lower()
    return found


def is_word(word: str) -> bool:
    """Whether the list has the word."""
    found = _words.get(word)
    if found is None:
        import simplemma

        found = _words[word] = bool(simplemma.is_known(word, lang="en"))
    return found


def is_name(word: str) -> bool:
    """Whether the list has a word in lower case as a name alone: "boeing" stands for "Boeing" there."""
    found = _names.get(word)
    if found is None:
        import simplemma

        found = _names[word] = is_word(word) and str(simplemma.lemmatize(word, lang="en"))[:1].isupper()
    return found


@cache
def stamp() -> str:
    """Which word list is installed."""
    spec = find_spec("simplemma")
    if spec is None or spec.origin is None:
        return ""
    state = Path(spec.origin).stat()
    return f"{state.st_size}:{state.st_mtime_ns}"


def recall(data: bytes) -> None:
    """Take back what ``answers`` gave; raises ``ValueError`` or ``AttributeError`` for anything else."""
    bases, words, names = json.loads(data)
    _bases.update({str(word): str(base) for word, base in bases.items()})
    _words.update({str(word): bool(known) for word, known in words.items()})
    _names.update({str(word): bool(named) for word, named in names.items()})
    _told[0] = len(_bases) + len(_words) + len(_names)


def answers() -> bytes | None:
    """What the word list answered so far, to be kept; None where nothing of it is new."""
    kept = [dict(islice(answered.items(), _MOST)) for answered in (_bases, _words, _names)]
    count = sum(map(len, kept))
    if count == _told[0]:
        return None
    _told[0] = count
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
