"""Figures in program text and printed output are examples, and conflict with little."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.align.blocks import is_example, is_tree
from claimcheck.align.context import NAME_WORD
from claimcheck.align.facts import fact
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

__all__ = ["examples"]


def examples(a: Profile, b: Profile, state: State) -> None:
    """Figures of program text and of what programs print are examples; trees of files and remarks are statements.

    Two blocks conflict only as two trees do, and an example, or what stands under "Example output", with nothing.
    """
    if _under_examples(a) or _under_examples(b):
        state.bar("example", "one stands in a section of examples")
        return
    both = a.claim.structure == b.claim.structure == "code"
    if both and not (is_tree(a) and is_tree(b)):
        state.bar("example", "both stand in blocks of code")
        return
    if is_example(a) or is_example(b) or _of_example(a) or _of_example(b):
        state.bar("example", "one stands in an example")


@fact
def _of_example(profile: Profile) -> bool:
    """Whether a project's text says that what it tells is an example: "The following example opens 4 ports"."""
    if not profile.project or profile.source is None:
        return False
    text, sentence = profile.source.text, profile.claim.sentence
    if _EXAMPLE.search(sentence.cover(text)[:_LONG]) is not None:
        return True
    start = text.rfind("\n\n", max(sentence.start - _LONG, 0), sentence.start) + 1
    return _SHOWN.match(text, start, sentence.end) is not None


_EXAMPLE = re.compile(
    r"\bexamples?\b|\be\.g\.|\b(?:following|this) (?:command|snippet|listing|session|script)\b", re.IGNORECASE
)
# A paragraph that begins so is of what it shows.
_SHOWN = re.compile(
    r"\s*(?:In )?(?:the following|this|the next|the above) [\w`\s.-]{0,60}\b(?:example|command|snippet)\b",
    re.IGNORECASE,
)
_LONG = 600  # characters of a sentence or paragraph


@fact
def _under_examples(profile: Profile) -> bool:
    """Whether a section around the figure is, by its title, one that shows examples."""
    document, at = profile.source, profile.claim.span.start
    if document is None:
        return False
    return any(_words_of(one.title) & _titles() for one in document.sections_at(at))


@lru_cache(4096)
def _words_of(title: str) -> frozenset[str]:
    return frozenset(NAME_WORD.findall(fold(title)))


@cache
def _titles() -> frozenset[str]:
    return frozenset(load_table("documents")["examples"]["titles"])


where(
    examples, lambda one: one.claim.structure == "code" or _under_examples(one) or is_example(one) or _of_example(one)
)
