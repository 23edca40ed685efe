"""Two figures that name one setting: its value in a table, and a sentence that gives it by name.

"`max_body` | 8 MB" and "Requests above 4 MB are refused unless you change `max_body`" are of one thing, whatever words
they choose. A sentence that says what to set is no statement of the default.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from attrs import frozen

from claimcheck.align.facts import fact, some
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.lexicon import load_table

__all__ = ["key_of", "of_one_setting", "one_setting"]

_CODE = re.compile(r"`{1,2}(?:--?|:)?([A-Za-z][\w.-]*\w)(?:[ =][^`]{0,20})?`{1,2}")
_JOINED = re.compile(r"\b([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[a-z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)\b")
_END = re.compile(r"\n\s*\n|\n\s*[-*+|]|(?<=[.!?])\s")
_REMARK = re.compile(r"(?:#|//|--|;)\s")
_NEAR = 60
_NAME = re.compile(r"[A-Za-z][\w.-]*\w")
_LONG, _NEXT = 400, 160  # characters of a line, and of the sentence after
_WORTH = 3.0


@frozen
class _Words:
    """What tells advice and statements of a default, and a name in code that a figure is put to at once."""

    advice: re.Pattern[str]
    default: re.Pattern[str]
    put_to: re.Pattern[str]


@cache
def _words() -> _Words:
    table = load_table("documents")["settings"]
    advice, default, sorts, links, all_of = (
        "|".join(map(re.escape, table[name])) for name in ("advice", "default", "sorts", "links", "all_of")
    )
    # "`:full` (26 checks)", "the `:full` preset runs 26"
    put_to = rf"`:?([A-Za-z][\w.-]*\w)`\s+(?:(?:{sorts}) )?(?:\(|(?:{links}) )(?:(?:{all_of}) )?[*_`]*$"
    return _Words(
        re.compile(rf"\b(?:{advice})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{default})\b", re.IGNORECASE),
        re.compile(put_to),
    )


@fact
def _own(profile: Profile) -> str:
    """The setting whose value a row gives: the name in its first cell."""
    if not profile.description and profile.claim.structure != "table":
        return ""
    label = _row_label(profile)
    names = _names(label)
    return min(names) if len(names) == 1 else ""


def _row_label(profile: Profile) -> str:
    if profile.source is None:
        return ""
    text, at = profile.source.text, profile.claim.span.start
    line = _ahead(text, at)
    if "|" in line:
        return next((cell for cell in line.split("|") if cell.strip()), "")
    row = text.rfind("* - ", max(0, at - _LONG), at)
    return text[row + 4 : text.find("\n", row)] if row >= 0 and profile.description else ""


def _ahead(text: str, at: int) -> str:
    """What stands before a figure in its line; nothing of a line that is too long to be looked through."""
    low = max(0, at - _LONG)
    start = text.rfind("\n", low, at)
    return text[start + 1 : at] if start >= 0 or not low else ""


def _names(text: str) -> frozenset[str]:
    """Names in code, or such as only programs have, without case and signs: ``max_body``, ``maxBody``."""
    found = chain(_CODE.findall(text), _JOINED.findall(text))
    return some(_plain(name) for name in found if len(name) > 2)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


@fact
def _put_to(profile: Profile) -> str:
    """The name in code to which a figure is put at once."""
    if profile.source is None or profile.claim.structure == "table":
        return ""
    at = profile.claim.span.start
    found = _words().put_to.search(profile.source.text, max(0, at - _NEAR), at)
    return _plain(found[1]) if found is not None else ""


@fact
def _told(profile: Profile) -> frozenset[str]:
    """The settings that a sentence names, or, where it names none, the next one in its paragraph."""
    if profile.source is None or profile.claim.structure not in ("prose", "list_item", "code"):
        return frozenset()
    text, sentence = profile.source.text, profile.claim.sentence
    if put := _put_to(profile):
        return some([put])
    if profile.claim.structure == "code":
        return _told_in_code(text, profile.claim.span.start)
    said = text[sentence.start : min(sentence.end, sentence.start + _LONG)]
    if not _advised(profile):
        if names := _names(said):
            return names
        following = _END.split(text[sentence.end : sentence.end + _NEXT].lstrip(" "))[0]
        if _words().default.search(said):
            return _names(following)
    return frozenset()


def _told_in_code(text: str, at: int) -> frozenset[str]:
    """The setting of a line whose remark gives its default: "pool_size = 50  # default: 10"."""
    line = _ahead(text, at)
    remark = _REMARK.search(line)
    if remark is None or not _words().default.search(line, remark.end()):
        return frozenset()
    return some(_plain(name) for name in _JOINED.findall(line[: remark.start()])[:1])


@fact
def _advised(profile: Profile) -> bool:
    """Whether a sentence says what to set, or how far one may go: "set `pool` to 50", "from 1 to 50"."""
    if profile.source is None or profile.claim.structure == "table":
        return False
    sentence = profile.claim.sentence
    said = profile.source.text[sentence.start : min(sentence.end, sentence.start + _LONG)]
    return _words().advice.search(said) is not None and _words().default.search(said) is None


def key_of(profile: Profile) -> str:
    """The setting that a claim is the value of, or the only one that its sentence names; for claims to be found by."""
    told = _told(profile)
    return _own(profile) or (min(told) if len(told) == 1 else "")


def of_one_setting(a: Profile, b: Profile) -> str:
    """The setting of which both give the value, one of them at least in a row of its own; empty where there is none."""
    if a.project != b.project or not a.project:
        return ""
    left, right = _own(a), _own(b)
    if left and right:
        return left if left == right and a.document != b.document else ""
    if put := _put_to(a) or _put_to(b):
        label = left or right or (put if _put_to(a) == _put_to(b) else "")
        one_noun = a.head == b.head or any(one.head == put or one.nameless for one in (a, b))
        return put if label == put and one_noun and a.document != b.document else ""
    return left if left and left in _told(b) else right if right and right in _told(a) else ""


def one_setting(a: Profile, b: Profile, state: State) -> None:
    """Whether one side is the value of a setting that the other names beside its figure."""
    same = of_one_setting(a, b)
    if not same:
        return
    state.setting = True
    state.thing = max(state.thing, 1.0)
    state.context += _WORTH
    state.coverage = 1.0
    written = next((name for one in (a, b) for name in _NAME.findall(_row_label(one)) if _plain(name) == same), same)
    state.match("setting", f"both give the value of {written}", _WORTH)
