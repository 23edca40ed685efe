"""Tests for what documentation is made of: projects and pages of their own, examples, products, captions of counts."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.align.context import stem
from claimcheck.align.names import same_name
from claimcheck.align.profile import Profile
from claimcheck.align.state import State
from claimcheck.align.weights import weight
from claimcheck.claims.grammar import lemma
from claimcheck.lexicon import load_table
from claimcheck.lexicon.model import fold
from claimcheck.records import Claim, Document, Kind

__all__ = ["captions", "examples", "generic", "pages", "products", "projects", "siblings"]

_NAME = re.compile(r"[^\W\d_][^\W_'’]*")


def projects(a: Profile, b: Profile, state: State) -> None:
    """Two projects of one tree have figures of their own, unless both name what the figure is of."""
    if a.project != b.project and not _share_names(a, b) and not _same_entry(a, b):
        state.unknown("project", f"{a.project} / {b.project}: each its own")
        state.guarded = True


def _same_entry(a: Profile, b: Profile) -> bool:
    """Whether both figures are remarks on one file in two trees of files."""
    left, right = _entry(a), _entry(b)
    return bool(left) and left == right


_FILE = re.compile(r"[\w-]+(?:\.\w{1,8}|/)")


def _entry(profile: Profile) -> str:
    if profile.source is None or profile.claim.structure != "code":
        return ""
    line = _line(profile.claim, profile.source.text)[0]
    found = _FILE.search(line) if _TREE.match(line) else None
    return found[0] if found else ""


def pages(a: Profile, b: Profile, state: State) -> None:
    """Two pages of a folder of commands, skills or components are each of its own; versions hold for all of them."""
    if a.page == b.page or not (a.page and b.page) or a.dimension == "version" or _share_names(a, b):
        return
    state.unknown("page", f"{a.page} / {b.page}: each its own")
    state.guarded = True


def _share_names(a: Profile, b: Profile) -> bool:
    left, right = set(a.entities) - a.carried, set(b.entities) - b.carried
    return any(same_name(one, other) for one in left for other in right)


def generic(a: Profile, b: Profile, state: State) -> None:
    """Counts of parts that every function and file has, such as arguments and lines, need a name that both say."""
    if not a.dimension.startswith("number") or not {a.head, b.head} & _generic():
        return
    left, right = _said_names(a), _said_names(b)
    if not any(same_name(one, other) for one in left for other in right):
        state.unknown("thing", f"{a.head}: of what is not said by both")
        state.guarded = True


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_table("documents")["parts"]["nouns"])


def _said_names(profile: Profile) -> list[str]:
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
    if a.document != b.document or a.dimension == "date" or a.claim.section == b.claim.section:
        return
    alike = a.claim.structure == b.claim.structure and a.claim.structure in ("list_item", "table", "heading")
    if not alike and not (a.series and b.series):
        return
    left, right = _telling(a.claim.section), _telling(b.claim.section)
    if left - right and right - left:
        state.unknown("section", f"“{a.claim.section}” / “{b.claim.section}”: each its own")
        state.guarded = True


def _telling(title: str) -> set[str]:
    return {lemma(word) for word in _NAME.findall(fold(title)) if weight(lemma(word)) > 0}


_TREE = re.compile(r"^\s*(?:[│┃║|]\s*)*(?:[├└╰┣┗]|\|--|\+--|`--)")
_MARKS = re.compile(r"[├└│┃║╰┣┗╭╮╯┌┐┘┤─━═]|\|--|\+--|`--")
_REMARK = re.compile(r"(?:^|\s)(?:#|//|--|;|%|/\*|\*|<!--)\s|←|<-")
_TERMS = re.compile(r"[\[\](){}]")


def examples(a: Profile, b: Profile, state: State) -> None:
    """Figures of program text and of what programs print are examples; trees of files and remarks are statements.

    Two blocks conflict only as two trees do, an example and a statement only where they name one thing, and what
    stands under "Example output" conflicts with nothing.
    """
    if _shown(a, "titles") or _shown(b, "titles"):
        state.unknown("example", "one stands in a section of examples")
        state.guarded = True
        return
    both = a.claim.structure == b.claim.structure == "code"
    if both and not (_is_tree(a) and _is_tree(b)):
        state.unknown("example", "both stand in blocks of code")
        state.guarded = True
        return
    for one in (a, b):
        if not is_example(one):
            continue
        named = _share_names(a, b) or a.modifiers & b.modifiers
        other = b if one is a else a
        if not named or _shown(one, "words") or other.claim.structure == "table" or is_example(other):
            state.unknown("example", "one stands in an example")
            state.guarded = True
            return


def _shown(profile: Profile, key: str) -> bool:
    """Whether a section around the figure is, by its title, one that shows examples or what a program prints."""
    return any(words & _showing(key) for words in _around(profile))


def _around(profile: Profile) -> list[frozenset[str]]:
    """The words of the titles of the sections that hold the figure, outermost first."""
    document, at = profile.source, profile.claim.span.start
    if document is None:
        return []
    return [_words_of(one.title) for one in document.sections if one.span.start <= at < one.span.end]


@lru_cache(4096)
def _words_of(title: str) -> frozenset[str]:
    return frozenset(_NAME.findall(fold(title)))


@cache
def _showing(key: str) -> frozenset[str]:
    return frozenset(load_table("documents")["examples"][key])


def _line(claim: Claim, text: str) -> tuple[str, int]:
    """The line of a claim, and where in it the figure begins."""
    start = text.rfind("\n", 0, claim.span.start) + 1
    end = text.find("\n", claim.span.end)
    return text[start : end if end >= 0 else len(text)][:_LONG], claim.span.start - start


def _is_tree(profile: Profile) -> bool:
    return profile.source is not None and _TREE.match(_line(profile.claim, profile.source.text)[0]) is not None


def is_example(profile: Profile) -> bool:
    """Whether the figure stands in program text or in what a program prints."""
    claim, document = profile.claim, profile.source
    if document is None:
        return False
    if claim.structure == "code":
        line, at = _line(claim, document.text)
        return _MARKS.search(line) is None and _REMARK.search(line[:at]) is None
    start = document.text.rfind("\n", 0, claim.span.start) + 1
    return _in_program_text(document.text, start, claim)


_LONG = 600


def _in_program_text(text: str, start: int, claim: Claim) -> bool:
    """Whether the figure stands between back quotes, in text with brackets: `range(3)`."""
    before = text[max(start, claim.span.start - 200) : claim.span.start]
    if before.count("`") % 2 == 0:
        return False
    inside = before[before.rfind("`") + 1 :] + text[claim.span.end : claim.span.end + 80].split("`")[0]
    return _TERMS.search(inside) is not None


_CAPTION = re.compile(r"[(\[]\W*$|[:—–]\W{0,6}$|\s-\s\W{0,4}$")


def captions(a: Profile, b: Profile, state: State) -> None:
    """A count in the brackets of a caption is of what the caption names: "Level 2: Atoms (6 components)"."""
    if not a.dimension.startswith("number"):
        return
    files = [_file_before(one) for one in (a, b)]
    if files[0] != files[1]:
        state.unknown("file", f"{files[0] or 'no file'} / {files[1] or 'no file'}")
        state.guarded = True
        return
    numbers = [_numbered(one) for one in (a, b)]
    if any(numbers[0].get(noun, number) != number for noun, number in numbers[1].items()):
        state.unknown("caption", "the captions have other numbers")
        state.guarded = True
        return
    if a.listed != b.listed:
        state.unknown("list", "one is an entry of a list of such figures")
        state.guarded = True
        return
    for one, other in ((a, b), (b, a)):
        names = caption(one.claim, one.source)
        held = {word for word in names if _held(word, other)}
        if names and 2 * len(held) < len(names):
            state.unknown("caption", f"only one is of {' '.join(sorted(names - held)[:3])}", -0.3)
            state.guarded = True
            return


def _held(word: str, other: Profile) -> bool:
    root = stem(word)
    return word in other.words or word in other.ambient or (bool(root) and root in other.stems)


_FILE_BEFORE = re.compile(r"([\w/.-]*\w\.[a-z][a-z0-9]{0,4})[`*\])]{0,3}\s{0,2}\W{0,3}$")
_NUMBERED = re.compile(r"\b([A-Za-z]{3,})\s(\d{1,3})\b")


def _file_before(profile: Profile) -> str:
    """The file whose name stands right before the figure: "`core/run.py` (377 lines)"."""
    if profile.source is None or profile.claim.structure == "code":
        return ""
    found = _FILE_BEFORE.search(_before(profile.claim, profile.source)[-80:])
    return found[1].rpartition("/")[2] if found else ""


def _before(claim: Claim, document: Document) -> str:
    """What stands before the figure in its sentence and line."""
    start = max(claim.sentence.start, document.text.rfind("\n", 0, claim.span.start) + 1)
    return document.text[start : claim.span.start]


def _numbered(profile: Profile) -> dict[str, str]:
    """The numbered things that the words before the figure name: "Level 2: Atoms (6"."""
    if profile.source is None or profile.claim.structure == "table":
        return {}
    return {noun.lower(): number for noun, number in _NUMBERED.findall(_before(profile.claim, profile.source)[:_SHORT])}


def caption(claim: Claim, document: Document | None) -> frozenset[str]:
    """The words of the caption or lead-in whose brackets or colon hold the figure; none where it is no caption."""
    if document is None or claim.structure == "table":
        return frozenset()
    before = _before(claim, document)
    found = _CAPTION.search(before)
    if found is None or found.start() > (_SHORT if claim.structure != "prose" else _SHORTER) or found.start() == 0:
        return frozenset()
    words = [lemma(word) for word in _NAME.findall(fold(before[: found.start()]))]
    names = frozenset(word for word in words if weight(word) > 0 and word != claim.head)
    if names:
        return names
    if claim.structure == "heading":
        return _parent(claim, document)
    return frozenset(_telling(claim.section)) if _IDENTIFIER.fullmatch(claim.section) else frozenset()


# A title that is the name of one thing of the program: "AlertGlass", "`run_all()`", "core/run.py".
_IDENTIFIER = re.compile(r"`?(?:[a-z_][\w./-]*[A-Z_./][\w./-]*|[A-Z][a-z0-9]+[A-Z]\w*|\w+\(\))`?")




def _parent(claim: Claim, document: Document) -> frozenset[str]:
    """The words of the title above a bare heading: "Tools (8)" under "Data server"; none right under the first title."""
    above = [one for one in document.sections if one.span.start <= claim.span.start]
    own = next((one for one in reversed(above) if one.span.start <= claim.span.start < one.span.end), None)
    titles = [one for one in above[1:] if own is not None and one is not own and one.level < own.level]
    return frozenset(_telling(titles[-1].title)) if titles else frozenset()


_SHORT, _SHORTER = 60, 30  # characters of a lead-in, and of one in prose


@cache
def _same_product() -> dict[str, str]:
    return {one: names[0] for names in load_table("documents")["products"]["same"] for one in names}


_KEYWORDS = frozenset(
    {"version", "versions", "ver", "v", "release", "releases", "requires", "require", "with", "needs"}
)


def products(a: Profile, b: Profile, state: State) -> None:
    """Versions conflict only where both are of one product, or both of what the two documents are of."""
    if a.dimension != "version":
        return
    if any(one.claim.structure == "heading" and not one.clause.role for one in (a, b)):
        state.unknown("product", "a title names the version that its section is for")
        state.guarded = True
    left, right = product(a), product(b)
    if left and right:
        if left == right or _same_stem(left, right):
            return
        state.mismatch("product", f"{left} / {right}", -1.0)
    elif left or right:
        named, other = (left, b) if left else (right, a)
        if not any(named in fold(name) for name in (*other.entities, *_titles(other))):
            state.unknown("product", f"only one names {named}")
            state.guarded = True
    elif a.document != b.document and not (_title_words(a) & _title_words(b)):
        state.unknown("product", "each of what its document is of")
        state.guarded = True


def _same_stem(left: str, right: str) -> bool:
    one, other = (re.sub(r"[\W_]|js$", "", name) for name in (left, right))
    return one == other or one.startswith(other) or other.startswith(one)


def _titles(profile: Profile) -> tuple[str, ...]:
    document = profile.source
    return (document.title,) if document is not None and document.title else ()


def _title_words(profile: Profile) -> set[str]:
    words = {word.strip("`*_:,.()") for title in _titles(profile) for word in fold(title).split()}
    return {word for word in words if weight(word) > 0}


def product(profile: Profile) -> str:
    """The product that a version belongs to, by the word before it; empty where that is no name."""
    claim, document = profile.claim, profile.source
    if document is None or claim.kind is not Kind.VERSION:
        return ""
    before = document.text[max(claim.sentence.start, claim.span.start - _SHORT) : claim.span.start]
    for word in reversed(re.findall(r"[A-Za-z][\w.+#-]*|\d[\w.]*", before)):
        plain = word.lower().rstrip(".-")
        if plain[:1].isdigit() or plain in _fillers():
            continue
        if plain in _KEYWORDS:
            return ""
        return _same_product().get(plain, plain)
    return ""


@cache
def _fillers() -> frozenset[str]:
    table = load_table("versions")
    bounds = {word for words in table["before"].values() for phrase in words for word in phrase.split()}
    return frozenset({*table["fillers"], *bounds, "v", "x"} - _KEYWORDS)
