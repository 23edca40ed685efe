"""What a whole file is, where it is no documentation in English: a list of pins, a licence, a log, another language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import PurePath

from claimcheck.lexicon import load_table
from claimcheck.records import Document

__all__ = ["FOREIGN", "data_reason", "is_foreign"]

FOREIGN = ("language", "other")
"""The attribute of a document whose text is not in English."""

_PART = re.compile(r"[-_.\s]+")
# A pin or bound of a package ("attrs==23.2", "-e .", "--hash=…"), an assignment, or a line of a log.
_PIN = re.compile(
    r"""
    [A-Za-z][\w.-]{0,80}(?:\[[\w,\s.-]{1,80}\])?(?::[A-Z]+)?\s*(?:[=<>~!^]=?=?|@)\s*\S{1,120}(?:\s*[,;\\\#].*)?$
  | --?[a-z][\w-]*(?:[=\s]\S+)?$
  | \#.*$ | //.*$
    """,
    re.VERBOSE,
)
_LOG = re.compile(
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b|(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|CRITICAL)\b[:\s\]]"
    r"|\w{3}\s+\d{1,2} \d\d:\d\d:\d\d "
)
_CALL = re.compile(r"\w+\s?\([^()]*\)?;?$")
_ENCODED = re.compile(r"[A-Za-z0-9+/]{60,}={0,2}")
_BRACES = re.compile(r"[{}\[\]\"$;\\]")
_MARKED = 3
_COLUMNS = re.compile(r"\S(?:\s{2,}|\t)\S.*(?:\s{2,}|\t)\S")
_SENTENCE = re.compile(r"[a-z]{2,}[,;]? [a-z]{2,}.*[.:!?]$")
_FEWEST = 4  # lines by which the shape of a file can be told
_MOST = 0.7  # the part of the lines that are data in a file of data
_LINES = 400  # lines of a file that are looked at
_LETTERS = re.compile(r"[^\W\d_]+")
# For each byte of a text what to put to leave alone its words, and what of UTF-8 is not ASCII.
_WORDS = bytes(code if code >= 0x80 or chr(code).isalpha() else 0x20 for code in range(256))
_FENCE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]{1,200}`|https?://\S{1,500}", re.MULTILINE | re.DOTALL)
_HEAD = 20_000  # characters of a text by which its language is told
# What may be a letter of a script that English does not use.
_OTHER_SIGNS = re.compile(r"[\u0370-\u1dff\u2100-\U0010ffff]")
_FEW = 12  # function words without which the language is left open
_SYLLABLES, _WORTH = 0x2E80, 3  # from here on a sign is a syllable or a word, and counts as so many letters
_FOREIGN_LETTERS = 0.5  # the part of the letters that are of another script


def data_reason(document: Document) -> str:
    """Why a file is data or a legal text and no document, as a clause; empty where it is one."""
    if document.path is None:
        return ""
    table = load_table("documents")["data"]
    name = document.path.name.lower()
    stem = PurePath(name).stem
    if stem in table["legal"] or name in table["legal"]:
        return f"{document.path.name} is a legal text or a list of people by its name"
    if document.format != "text":
        return ""
    named = stem in table["names"] or set(_PART.split(stem)) & set(table["words"])
    if named or document.path.parent.name.lower() in table["folders"]:
        return f"{document.path.name} holds data by its name"
    return _shape(document.text)


def _shape(text: str) -> str:
    """What the lines of a plain text are, where most of them are no sentences."""
    lines = [line.strip() for line in text[: 200 * _LINES].splitlines()[:_LINES]]
    filled = [line for line in lines if line]
    if len(filled) < _FEWEST:
        return ""
    kinds = Counter(_kind(line[:400]) for line in filled)
    told = kinds.total() - kinds[""] - kinds["remark"]
    if not told or (told + kinds["remark"]) < _MOST * len(filled) or 3 * told < len(filled):
        return ""
    name = max((kind for kind in kinds if kind not in ("", "remark")), key=lambda kind: (kinds[kind], kind))
    return f"most of its lines are {name}"


def _kind(line: str) -> str:
    if _LOG.match(line):
        return "lines of a log"
    if line.startswith(("#", "//")):
        return "remark"
    if _PIN.match(line):
        return "pins or settings"
    if _ENCODED.fullmatch(line):
        return "encoded data"
    if len(_BRACES.findall(line)) > max(_MARKED, len(line) // 12):
        return "serialised data"
    if _CALL.match(line) and " " not in line.split("(")[0].strip():
        return "calls"
    if _COLUMNS.match(line) and sum(sign.isdigit() for sign in line) * 5 >= len(line) and not _SENTENCE.search(line):
        return "columns of figures"
    return ""


@cache
def _languages() -> dict[bytes, tuple[str, ...]]:
    """Function word, as UTF-8 → the languages that have it."""
    found: dict[bytes, tuple[str, ...]] = {}
    for language, words in load_table("documents")["function_words"].items():
        for word in words:
            if len(word) > 1:  # a letter alone is a name in formulas and settings
                found[word.encode()] = (*found.get(word.encode(), ()), language)
    return found


def _words(text: str) -> list[bytes]:
    """The words of a text in lower case, as UTF-8, in any order."""
    found = text.encode(errors="replace").translate(_WORDS).split()
    if text.isascii():
        return found
    further = [word.encode() for part in found if not part.isascii() for word in _LETTERS.findall(part.decode())]
    return [word for word in found if word.isascii()] + further


def is_foreign(text: str) -> bool:
    """Whether a text is not in English: its script is another, or most of its function words are."""
    head = _FENCE.sub(" ", text[:_HEAD])
    if not head.isascii() and 2 * len(_OTHER_SIGNS.findall(head)) >= _FEW:
        letters = [sign for sign in head if sign.isalpha()]
        other = sum(0x370 <= ord(sign) < 0x1E00 or 0x2100 <= ord(sign) < _SYLLABLES for sign in letters)
        whole = sum(ord(sign) >= _SYLLABLES for sign in letters)
        far, near = other + whole * _WORTH, len(letters) - other - whole
        if far >= _FOREIGN_LETTERS * (far + near) and len(letters) >= _FEW:
            return True
    known = _languages()
    words = Counter(filter(known.__contains__, _words(head.lower())))
    counts: Counter[str] = Counter()
    for word, times in words.items():
        for language in known[word]:
            counts[language] += times
    english = counts.pop("english", 0)
    return bool(counts) and max(counts.values()) >= _FEW and max(counts.values()) > 2 * english
