"""Knows what stands around the text: contents pages, page numbers, copyright and credit lines, addresses."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw
from claimcheck.segment.words import pattern_of, words

__all__ = ["is_copyright", "mark_furniture"]

_LEADER = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|·{4,})[ \t.]*(?:</?b>|\*\*|\t| |\d|[ivx])*[ \t]*$|(?:\.{5,})")
_PAGE = re.compile(
    r"(?:page\s+)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?|page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_ENTRY = re.compile(r".{2,120}?[ \t]\d{1,4}\s*")
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÀ-Þ][\w'’-]+(?: \d{1,2})?$"
    r"|\b[A-Z]{2} \d{5}(?:-\d{4})?$|^[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}$|\b[A-Z][a-z]+,? [A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$"
)
_MAIL = re.compile(r"\S@\S+\.\S")
_SHORT = 70
_ELSEWHERE, _IN_CONTENTS = 1, 2  # where a block that is no furniture was looked at


@cache
def _credit_pattern() -> re.Pattern[str]:
    credits = pattern_of("furniture", "credits")
    agencies = pattern_of("furniture", "agencies")
    return re.compile(
        rf"(?:(?:{credits})(?:\s+(?:credit|by|courtesy of)\b|\s?[:©]).{{0,160}}|P\d{{1,3}}:.{{0,200}}"
        rf"|.{{0,200}}/\s?(?:{agencies})[;.]?|\W*©\s?.{{0,80}})",
        re.IGNORECASE,
    )


@cache
def _copyright_pattern() -> re.Pattern[str]:
    marks = pattern_of("furniture", "copyright")
    return re.compile(
        rf"\W{{0,3}}(?:(?i:{marks})\s*(?:(?i:{marks})\s*)?(?:(?i:by)\s+)?(?:(?:19|20)\d\d|[A-Z].{{0,80}}(?:19|20)\d\d)"
        r"|(?i:all rights reserved)\b)",
    )


def is_copyright(text: str) -> bool:
    """Whether a sentence is a copyright notice."""
    return _copyright_pattern().match(text) is not None


def mark_furniture(blocks: list[Raw], text: str) -> None:
    """Turn the blocks that are furniture into such, each with its reason."""
    contents = credits = False
    level = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = text[block.start : block.end].strip("#*_ \t:.").lower()
            if (contents or credits) and block.level > level:
                continue
            contents = title in words("contents", "headings")
            credits = title in words("furniture", "credit_headings")
            level = block.level
            continue
        if block.kind not in (BlockKind.PROSE, BlockKind.LIST_ITEM) or block.html:
            continue
        size = block.end - block.start
        reason = ""
        if credits and size < 600:
            reason = "credits and contacts"
        elif size < 30_000 and not block.read & (place := _IN_CONTENTS if contents else _ELSEWHERE):
            reason = _reason(text[block.start : block.end], contents)
            block.read |= place
        if reason:
            block.kind = BlockKind.FURNITURE
            block.reason = reason


def _reason(body: str, contents: bool) -> str:
    rows = body.splitlines()
    if "...." in body or ". . . ." in body or "……" in body or "····" in body:
        leaders = sum(1 for row in rows if _LEADER.search(row))
        if leaders and leaders * 2 >= len(rows):
            return "a table of contents"
    if contents and all(_ENTRY.fullmatch(row) for row in rows):
        return "a table of contents"
    if len(body) <= 400:
        bare = body.strip("*_ \t[]().").lower()
        if bare in words("furniture", "navigation"):
            return "navigation"
        if len(body) < 24 and _PAGE.fullmatch(body):
            return "a page number"
        if is_copyright(body.strip("*_ ")):
            return "a copyright notice"
        if _credit_pattern().fullmatch(body.strip("*_ ")):
            return "a credit line"
        if len(rows) >= 2 and all(len(row) <= _SHORT for row in rows):
            if any(_POSTCODE.search(row.strip()) for row in rows):
                return "an address"
        if (
            len(rows) <= 6
            and _MAIL.search(body)
            and all(len(row) <= _SHORT for row in rows)
            and "." not in rows[0][-1:]
        ):
            return "a contact"
    return ""
