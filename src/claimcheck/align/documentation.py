"""Tests for what documentation is made of: projects and pages of their own, sections, parts that everything has."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.align.blocks import entry, entry_words
from claimcheck.align.captions import caption
from claimcheck.align.context import telling
from claimcheck.align.facts import fact
from claimcheck.align.inventory import both_stock, newer_to_develop
from claimcheck.align.names import same_name, share_names
from claimcheck.align.plan import where
from claimcheck.align.profile import Profile
from claimcheck.align.projects import are_siblings
from claimcheck.align.settings import described
from claimcheck.align.sizes import far_apart
from claimcheck.align.state import State
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold

__all__ = ["families", "generic", "pages", "projects", "said_names", "settings", "siblings", "stock", "wholes"]

_LONG = 600  # characters of a line that are read
_PART = 1.5  # the same of a part that a folder holds
_STOCK = 3.0  # what it is worth that two claims say how many of something their project has


def stock(a: Profile, b: Profile, state: State) -> None:
    """Two sentences that say how many of something the project has speak of one thing, and need no more in common."""
    if both_stock(a, b):
        state.stock = True
        state.context += _STOCK
        state.coverage = 1.0
        state.thing = max(state.thing, 1.0)
        said = "which version the project is at" if a.stock == "release" else "which version the project needs"
        shown = said if a.dimension == "version" else f"how many the project has: {a.head}"
        state.match("project", f"both say {shown}", _STOCK)
    elif _of_one_folder(a, b):
        state.context += _PART
        state.match("project", f"both say how many a part of it has: {a.head}", _PART)
    elif a.dimension == "version" and a.stock and (newer_to_develop(a, b) or newer_to_develop(b, a)):
        state.unknown("project", "developers may need a newer version than users")
        state.guarded = True


def _of_one_folder(a: Profile, b: Profile) -> bool:
    """Whether a tree of files says how many of something a folder has, and a caption the same of what is so called."""
    if not a.project or a.project != b.project or a.head != b.head or not a.dimension.startswith("number"):
        return False
    names = [(entry_words(one.claim, one.source), caption(one.claim, one.source)) for one in (a, b)]
    return any(bool(names[at][0]) and names[at][0] in names[1 - at] for at in (0, 1)) and not far_apart(
        a.claim, b.claim
    )


def projects(a: Profile, b: Profile, state: State) -> None:
    """Two projects of one tree have figures of their own, unless both name what the figure is of."""
    if a.project != b.project and not share_names(a, b) and not (entry(a) and entry(a) == entry(b)):
        state.bar("project", f"{a.project} / {b.project}: each its own")


def wholes(a: Profile, b: Profile, state: State) -> None:
    """In a project only what it says to have is a whole; a noun without an adjective may be another part."""
    if not a.project or not state.loosely or state.firm or len(state.narrower) != 1:
        return
    whole = b if 1 in state.narrower else a
    if not (whole.stock or whole.clause.entire or "total" in whole.scope.get("extent", ())):
        state.unknown("whole", "what may be another part")
        state.guarded = True


def settings(a: Profile, b: Profile, state: State) -> None:
    """A setting's value and one far from it are of two settings, unless both name it.

    A default of what is not said, or a number in program letters without a noun, conflicts with nothing.
    """
    if (_is_of_unnamed(a) or _is_of_unnamed(b)) and not _said_names_of(a) & _said_names_of(b):
        state.bar("setting", "a value without a noun, of what is not said by both")
        return
    if (a.description or b.description) and far_apart(a.claim, b.claim) and not _said_settings(a) & _said_settings(b):
        state.unknown("setting", "values far apart, of what may be two settings")
        state.guarded = True
    if (a.description or b.description) and _is_bound(a) != _is_bound(b):
        state.unknown("setting", "a value that is set / the most that may be set")
        state.guarded = True


_BOUND = re.compile(r"\b(?:max|maximum|min|minimum)[\W_]{0,4}$", re.IGNORECASE)


@fact
def _is_bound(profile: Profile) -> bool:
    """Whether the figure is labelled as a bound: "(default: 20, max: 100)"."""
    at = profile.claim.span.start
    return profile.source is not None and _BOUND.search(profile.source.text[max(at - 20, 0) : at]) is not None


@fact
def _is_of_unnamed(profile: Profile) -> bool:
    """Whether the figure is a bare value: "The default is 10", "recognizes `14`"."""
    if not profile.project or not profile.dimension.startswith("number") or profile.claim.structure == "table":
        return False
    if profile.head == "default":
        return True
    claim = profile.claim
    return (
        profile.head in ("", profile.event)
        and profile.source is not None
        and (profile.source.text[max(claim.span.start - 1, 0) : claim.span.start] == "`")
    )


@fact
def _said_names_of(profile: Profile) -> frozenset[str]:
    """What the line of a figure names in program letters."""
    return frozenset(_PROGRAM_NAME.findall(_line_of(profile)))


@fact
def _said_settings(profile: Profile) -> frozenset[str]:
    """The names of settings in the line of a figure."""
    return frozenset(_SETTING.findall(_line_of(profile)))


def _line_of(profile: Profile) -> str:
    if profile.source is None:
        return ""
    text, at = profile.source.text, profile.claim.span
    end = text.find("\n", at.end)
    return text[text.rfind("\n", 0, at.start) + 1 : end if end >= 0 else len(text)][:_LONG]


_PROGRAM_NAME = re.compile(r"--?[a-z][\w-]+|[A-Za-z]\w*[._]\w[\w.]*|[a-z]+[A-Z]\w*|(?<=`)[A-Za-z]\w+")
_SETTING = re.compile(r"\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+")


def pages(a: Profile, b: Profile, state: State) -> None:
    """Two pages of a folder of commands, skills or components are each of its own; versions hold for all of them."""
    if a.page == b.page or not (a.page and b.page) or a.dimension == "version" or share_names(a, b):
        return
    state.bar("page", f"{a.page} / {b.page}: each its own")


def families(a: Profile, b: Profile, state: State) -> None:
    """Two files of a series, whose names differ in nothing but a number, are each of its own release, phase or day.

    So are files of one name in folders side by side, but for what they say of their project.
    """
    if a.document == b.document or not (a.family and b.family):
        return
    if a.family == b.family:
        state.bar("series", "two files of a series: each of its own")
    elif not (a.stock and b.stock) and are_siblings(a.claim.document, b.claim.document):
        state.bar("series", "two files of one name: each of its own folder")


def generic(a: Profile, b: Profile, state: State) -> None:
    """Counts of parts that every function and file has, such as arguments and lines, need a name that both say."""
    if not a.dimension.startswith("number") or not {a.head, b.head} & _generic() or described(a, b):
        return
    left, right = said_names(a), said_names(b)
    row = "table" in (a.claim.structure, b.claim.structure)
    told = _TOLD if row else _SHORTLY if a.project or b.project else _SHORTER
    if state.coverage >= (_COVERED if row else _WHOLLY) and state.context >= told:
        return  # a row that describes what it gives, in the words of the other side; two sentences in the same words
    if not any(same_name(one, other) for one in left for other in right):
        state.unknown("thing", f"{a.head}: of what is not said by both")
        state.guarded = True


_TOLD, _COVERED, _SHORTLY, _SHORTER, _WHOLLY = 4.0, 0.55, 3.0, 2.0, 0.85


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_table("documents")["parts"]["nouns"])


@fact
def said_names(profile: Profile) -> list[str]:
    """The entities that the sentence itself names."""
    if profile.source is None:
        return list(profile.entities)
    said = fold(profile.claim.sentence.cover(profile.source.text))
    return [name for name in profile.entities if fold(name) in said]


def siblings(a: Profile, b: Profile, state: State) -> None:
    """Lines, rows and captions of one sort in several sections of one document are each of its section.

    So are figures in prose where section after section gives another one for the same noun.
    """
    if a.dimension == "date" and a.claim.structure == b.claim.structure == "heading":
        state.unknown("title", "each dates its own section")
        state.guarded = True
    if a.document != b.document or a.dimension == "date":
        return
    if _label(a) and _label(a) == _label(b):
        state.bar("section", f"two entries of one label, “{_label(a)}”: each its own")
        return
    if a.claim.section == b.claim.section:
        return
    alike = a.claim.structure == b.claim.structure and a.claim.structure in ("list_item", "table", "heading")
    if not alike and (state.stock or not (a.series and b.series)):
        return
    left, right = telling(a.claim.section), telling(b.claim.section)
    if left - right and right - left:
        state.unknown("section", f"“{a.claim.section}” / “{b.claim.section}”: each its own")
        state.guarded = True


@fact
def _label(profile: Profile) -> str:
    """The label of the line that the figure fills in: "**Locked version:** 10.4.0", "Estimated time: 2 hours"."""
    if profile.source is None or profile.claim.structure == "table":
        return ""
    text, at = profile.source.text, profile.claim.span.start
    found = _LABELLED.fullmatch(text, text.rfind("\n", max(at - _LONG, 0), at) + 1, at)
    return fold(found[1]) if found else ""


_LABELLED = re.compile(r"[\W_]*([A-Za-z][A-Za-z ()/-]{1,40}?)[*_`]{0,3}:[*_`]{0,3}\s*\W{0,3}")


where(projects, lambda one: one.project)
where(wholes, lambda one: one.project)
where(settings, lambda one: one.description or _is_of_unnamed(one))
where(pages, lambda one: one.page, both=True)
where(families, lambda one: one.family, both=True)
where(generic, lambda one: one.head in _generic())
where(siblings, lambda one: one.claim.structure != "prose" or one.series or _label(one), both=True)
