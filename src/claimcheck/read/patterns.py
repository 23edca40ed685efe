"""Patterns that name files, in the syntax of .gitignore."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from pathspec import PathSpec

__all__ = ["compiled", "is_pattern"]


def compiled(patterns: Iterable[str]) -> PathSpec[Any]:
    """The patterns, ready to match paths; raises ``ClaimcheckError`` for the first that is none."""
    from pathspec import GitIgnoreSpec

    given = tuple(patterns)
    try:
        return GitIgnoreSpec.from_lines(given)
    except (ValueError, re.error):
        bad = next(one for one in given if not is_pattern(one))
        raise ClaimcheckError(
            "bad-pattern", f"{bad!r} is no pattern of files", hint="write it as in a .gitignore file: drafts/, *.old.md"
        ) from None


def is_pattern(line: str) -> bool:
    """Whether a line of an ignore file can be understood: git passes over others, such as a lone "!"."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True
