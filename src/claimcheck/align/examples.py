"""Figures in program text and printed output are examples, and conflict with little."""

from __future__ import annotations

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
    if is_example(a) or is_example(b):
        state.bar("example", "one stands in an example")


@fact
def _under_examples(profile: Profile) -> bool:
    """Whether a section around the figure is, by its title, one that shows examples."""
    document, at = profile.source, profile.claim.span.start
    if document is None:
        return False
    around = (one.title for one in document.sections if one.span.start <= at < one.span.end)
    return any(_words_of(title) & _titles() for title in around)


@lru_cache(4096)
def _words_of(title: str) -> frozenset[str]:
    return frozenset(NAME_WORD.findall(fold(title)))


@cache
def _titles() -> frozenset[str]:
    return frozenset(load_table("documents")["examples"]["titles"])


where(examples, lambda one: one.claim.structure == "code" or _under_examples(one) or is_example(one))
