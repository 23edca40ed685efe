"""Which of several projects in one tree a document belongs to: a folder with a README of its own is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import PurePath

from claimcheck.lexicon import load_table
from claimcheck.records import Document

__all__ = ["are_documentation", "are_siblings", "family_of", "has_readme", "page_of", "pages_of", "projects_of"]


@cache
def _folders(key: str) -> frozenset[str]:
    return frozenset(load_table("documents")[key]["folders"])


def _is_readme(path: PurePath) -> bool:
    return path.name.lower().split(".")[0] == "readme"


def has_readme(ids: Iterable[str]) -> bool:
    """Whether the documents are those of a project: one of them is a README."""
    return any(_is_readme(PurePath(id)) for id in ids)


def are_documentation(documents: Sequence[Document]) -> bool:
    """Whether the documents are those of a project: one is a README, or most of them show program text."""
    if has_readme(document.id for document in documents):
        return True
    return 2 * sum(_PROGRAM.search(document.text, 0, _HEAD) is not None for document in documents) > len(documents)


_HEAD = 20_000  # characters of a text that are looked at
# A fenced block, a directive or role of reStructuredText, a name in program letters, a call, an option, or HTML's.
_PROGRAM = re.compile(
    r"^ {0,3}(?:```|~~~|\.\. [a-z-]+::)|`[A-Za-z.$/-][\w.$/-]*[_./()$-][\w.$/()-]*`|^ *:[\w-]+:`|<(?:code|pre)\b"
    r"|\b[a-z_]\w*\(\)|\s--[a-z]{2,}[\s=]|^\s+:?set \w+=",
    re.MULTILINE,
)


def projects_of(ids: Iterable[str]) -> Mapping[str, str]:
    """The project of each document, as a folder; those of one project have the same.

    Folders of documentation belong to the project around them, whatever README they have; what lies in a folder of
    other projects' files belongs to none of them but its own.
    """
    paths = {id: PurePath(id) for id in ids}
    homes = {_capped(path.parent) for path in paths.values() if _is_readme(path)}
    return {id: _home(path.parent, homes).as_posix() for id, path in paths.items()}


def _capped(folder: PurePath) -> PurePath:
    """The folder, or the one that holds the outermost folder of documentation in it."""
    for at, part in enumerate(folder.parts):
        if part.lower() in _folders("documentation"):
            return PurePath(*folder.parts[:at])
    return folder


def _home(folder: PurePath, homes: set[PurePath]) -> PurePath:
    here = _capped(folder)
    for one in (here, *here.parents):
        if one in homes or one.parent.name.lower() in _folders("vendored"):
            return one
    return PurePath()


@lru_cache(4096)
def page_of(id: str) -> str:
    """The page or folder of one thing in a folder of such: commands/plan.md, skills/audit; empty elsewhere."""
    path = PurePath(id)
    for part in (path, *path.parents):
        if part.parent.name.lower() in _folders("pages") and not _is_readme(part):
            return part.as_posix()
    return ""


def pages_of(documents: Iterable[Document]) -> Mapping[str, str]:
    """The page of one thing that a document is, by its folder, or since file after file is called as its title.

    A reference has a page for each command, variable or policy: `CMP0031.rst`, under the title CMP0031. Chapters that
    are called by a word, `installation.md`, are no such pages.
    """
    made = {document.id: page_of(document.id) for document in documents}
    named: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        path = PurePath(document.id)
        if document.title == path.stem and _NAME.search(path.stem):
            named[path.parent.as_posix()].append(document.id)
    made.update({id: id for ids in named.values() if len(ids) >= _PAGES for id in ids})
    return made


_PAGES = 4  # files of one folder
_NAME = re.compile(r"[A-Za-z]\w*[\d_.-]|[a-z][A-Z]|^[A-Z]{3}")  # what no word of a text is


@lru_cache(4096)
def family_of(id: str) -> str:
    """What the files of a series have in common: v0.1-rc8.md and v0.1-rc9.md, phase-1/report.md and phase-4/report.md.

    Each is of its own release, phase or day. Chapters that are numbered and named are no series, 01-setup.md and
    02-usage.md: without their numbers they have nothing in common.
    """
    path = PurePath(id)
    folders = ("*" if _NUMBER.search(part) else part.lower() for part in path.parent.parts)
    return "/".join((*folders, _NUMBERS.sub("", path.stem.lower())))


@lru_cache(4096)
def are_siblings(one: str, other: str) -> bool:
    """Whether two files have one name, in two folders side by side: run/README.md, fetch/README.md; no translations.

    Pages that every folder has lie side by side in one folder; of other names the folders may be anywhere.
    """
    left, right = PurePath(one).parts, PurePath(other).parts
    if len(left) != len(right) or left[-1] != right[-1]:
        return False
    parted = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    if not parted or (len(parted) > 1 and PurePath(one).stem.lower() in _COMMON):
        return False
    return not all(_LANGUAGE.fullmatch(part) for part in parted[0])


_COMMON = frozenset({"readme", "index"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_NUMBER = re.compile(r"\d")
_NUMBERS = re.compile(r"(?:(?<![a-z])(?:v|rc|r|rev))?[\d\W_]+")
