"""Finds pull quotes: sentences set apart and in bold that stand elsewhere in the running text.

A block is one if nearly all runs of five words in it stand in the prose too, and all runs that hold a figure do: a
repeated sentence with another figure is no pull quote but a contradiction.
"""

from __future__ import annotations

import re

from claimcheck.segment.model import BlockKind
from claimcheck.segment.raw import Raw

__all__ = ["mark_pull_quotes"]

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_BOLD = re.compile(r"(?:[-#>\s]*)(\*\*|__)(?=\S)(?:(?!\1).)+\1[\s.]*", re.DOTALL)
_SIZE = 5
_SHARE = 0.8


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("<sup>", " <").replace("’", "'"))


def mark_pull_quotes(blocks: list[Raw], text: str) -> None:
    """Turn the blocks that repeat a sentence of the prose into pull quotes."""
    candidates: list[tuple[Raw, list[tuple[str, ...]]]] = []
    for block in blocks:
        if block.html or block.lists or block.end - block.start > 1500:
            continue
        body = text[block.start : block.end]
        bold = (block.kind is BlockKind.PROSE or block.kind is BlockKind.HEADING) and _BOLD.fullmatch(body)
        if not bold and block.kind is not BlockKind.HEADING:
            continue
        found = _words(body)
        if len(found) < (_SIZE + 1 if bold else _SIZE + 3):
            continue
        candidates.append((block, [tuple(found[at : at + _SIZE]) for at in range(len(found) - _SIZE + 1)]))
    if not candidates:
        return
    wanted = {run for _, runs in candidates for run in runs}
    firsts = {run[0] for run in wanted}
    chosen = {id(block) for block, _ in candidates}
    seen: set[tuple[str, ...]] = set()
    previous: list[str] = []
    for block in blocks:
        if block.kind not in (BlockKind.PROSE, BlockKind.LIST_ITEM) or id(block) in chosen:
            continue
        # A sentence may run on over a page's foot: the last words of a block count with the next.
        found = previous + _words(text[block.start : block.end])
        for at in [at for at, word in enumerate(found) if word in firsts]:
            run = tuple(found[at : at + _SIZE])
            if run in wanted:
                seen.add(run)
        previous = found[-(_SIZE - 1) :]
    for block, runs in candidates:
        hits = sum(run in seen for run in runs)
        figures = all(run in seen for run in runs if any(word[0].isdigit() for word in run))
        if hits >= _SHARE * len(runs) and figures:
            block.kind = BlockKind.PULL_QUOTE
            block.reason = "a pull quote of a sentence elsewhere in the text"
