"""Blocks of code: whether a figure stands in a tree of files, in an example or in a remark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.align.facts import fact
from claimcheck.records import Claim, Document

if TYPE_CHECKING:
    from claimcheck.align.profile import Profile

__all__ = ["entry", "entry_words", "is_example", "is_tree"]


_TREE = re.compile(r"^\s*(?:[│┃║|]\s*)*(?:[├└╰┣┗]|\|--|\+--|`--)")
_MARKS = re.compile(r"[├└│┃║╰┣┗╭╮╯┌┐┘┤─━═]|\|--|\+--|`--")
_REMARK = re.compile(r"(?:^|\s)(?:#|//|--|;|%|/\*|\*|<!--)\s|←|<-")
_TERMS = re.compile(  # a call; a command line, with options or with a text
    r"[\[\](){}]|^\s*[a-z][\w.-]*(?: [\w.:/-]+)*? (?:--?[a-z]|\"|')|^\s*[a-z][\w-]* [a-z][\w-]* \d+(?:$| )"
)
_ARGUMENT = re.compile(r"\([^()]*\b[a-z_]\w*=$")  # (wide, height=40)
_FILE = re.compile(r"[\w-]+(?:\.\w{1,8}|/)")
_LONG = 600  # characters of a line that are read


def entry(profile: Profile) -> str:
    """The file on whose line in a tree of files the figure stands."""
    return entry_of(profile.claim, profile.source)


def entry_of(claim: Claim, document: Document | None) -> str:
    """The same of a claim."""
    if document is None or claim.structure != "code":
        return ""
    line = _line(claim, document.text)[0]
    found = _FILE.search(line) if _TREE.match(line) else None
    return found[0] if found else ""


def entry_words(claim: Claim, document: Document | None) -> frozenset[str]:
    """The words of that file's or folder's name: ``core/safety/`` gives safety."""
    if claim.structure != "code":
        return frozenset()
    return frozenset(word for word in _NAME_PART.findall(entry_of(claim, document).split(".")[0].lower()))


_NAME_PART = re.compile(r"[a-z]{3,}")


def _line(claim: Claim, text: str) -> tuple[str, int]:
    """The line of a claim, and where in it the figure begins."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = text.find("\n", claim.span.end)
    return text[start : end if end >= 0 else len(text)][:_LONG], claim.span.start - start


@fact
def is_tree(profile: Profile) -> bool:
    """Whether the figure stands in a tree of files."""
    return profile.source is not None and _TREE.match(_line(profile.claim, profile.source.text)[0]) is not None


@fact
def is_example(profile: Profile) -> bool:
    """Whether the figure stands in program text or in what a program prints."""
    claim, document = profile.claim, profile.source
    if document is None:
        return False
    if claim.structure == "code":
        line, at = _line(claim, document.text)
        if _ARGUMENT.search(line[:at]):
            return True
        return _MARKS.search(line) is None and _REMARK.search(line[:at]) is None and not _is_prose(line)
    start = document.text.rfind("\n", 0, claim.span.start) + 1
    if _FOR_INSTANCE.search(document.text, max(start, claim.span.start - _NEAR), claim.span.start):
        return True
    return _in_program_text(document.text, start, claim) or _in_summary(document.text, start, claim)


# "(e.g. ``15``)", "{'passes': 15": an instance, and the value of a key as a program prints it.
_FOR_INSTANCE = re.compile(r"\be\.g\.,?[\s`\"'“]*$|\w['\"]: ?$")
_NEAR = 16  # characters


def _in_summary(text: str, start: int, claim: Claim) -> bool:
    """Whether the figure stands in the line by which a run of tests ends: "3276 passed, 17 skipped in 211.67s"."""
    low = max(start, claim.span.start - _BESIDE)
    counts = list(_COUNTED.finditer(text, low, claim.span.end + _BESIDE))
    return len(counts) > 1 and any(one.start() <= claim.span.start < one.end() for one in counts)


_BESIDE = 80  # characters
_COUNTED = re.compile(r"\b\d+ (?:passed|failed|skipped|xfailed|xpassed|deselected|errors?|warnings?)\b(?=[,;.) ]|$)")


def _is_prose(line: str) -> bool:
    """Whether a line of a block is a text to be used as it stands, and neither a program's nor what one prints."""
    return _PROGRAM.search(line) is None and len(_PROSE_WORD.findall(line)) >= _PROSE


_PROGRAM = re.compile(
    r"[={}<>\\$;@\[\]`]|\w\(|::|->|^\s*[\w.-]+:\s*\S+\s*$|(?:^|\s)--?\w|[\w.]/[\w.]+/|^\s*[A-Z]{4,}\b"
)
_PROSE_WORD = re.compile(r"(?<![\w.-])[A-Za-z][a-z]+(?:-[a-z]+)*(?![\w-])")
_PROSE = 4  # words


def _in_program_text(text: str, start: int, claim: Claim) -> bool:
    """Whether the figure stands between back quotes, in a call or a command line: `range(3)`, `serve --port 80`."""
    before = text[max(start, claim.span.start - 200) : claim.span.start].replace("``", "`")
    if before.count("`") % 2 == 0:
        return False
    inside = before[before.rfind("`") + 1 :] + text[claim.span.end : claim.span.end + 80].split("`")[0]
    return _TERMS.search(inside) is not None
