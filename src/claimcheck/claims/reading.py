"""A unit of text as the claims stage sees it: tokens with tags, names, figures and clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from attrs import define, evolve, field

from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.names import Name, Names
from claimcheck.claims.shapes import title_cased
from claimcheck.claims.tagging import tag
from claimcheck.extract.scan import Mention, Scan
from claimcheck.extract.tokens import Token
from claimcheck.lexicon import load_table
from claimcheck.records import Kind
from claimcheck.segment.model import BlockKind, Unit

__all__ = ["Reading", "read_unit"]

_TIMES = frozenset({Kind.DATE, Kind.PERIOD})
_LONGEST_HEADING = 10
_LONGEST_TITLE = 16
_NO_TITLE = frozenset({":", ".", "!", "?", "|", ";", "="})
_JOINING = frozenset({"and", "or", ",", "to", "/"})


@define
class Reading:
    """Everything known of one unit before its figures are made into claims.

    ``norms`` are the folded texts of the tokens; ``source`` is who says all of it and the tokens that name them, once
    that is found out; ``title`` says that it is written as a title. ``stand_ins`` are the common noun phrases that name
    what the text introduced before ("the hospital"); ``told_of`` the names that figures may be about, by the source.
    """

    scan: Scan
    tokens: list[Token]
    norms: list[str]
    tags: list[str]
    names: list[Name]
    mentions: list[Mention]
    figure_at: list[int]
    abbreviations: Mapping[str, str] = field(factory=dict)
    clauses: list[tuple[int, int]] = field(factory=list)
    before: Callable[[], Reading | None] | None = None
    above: Callable[[], Reading | None] | None = None
    source: tuple[str | None, tuple[int, int]] | None = None
    title: bool = False
    stand_ins: list[Name] = field(factory=list)
    told_of: dict[tuple[int, int], list[Name]] = field(init=False, factory=dict)
    unit: Unit = field(init=False)
    _verbs: frozenset[str] | None = field(init=False, default=None)
    _clause_at: dict[int, tuple[int, int]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.unit = self.scan.unit

    def expand(self, word: str) -> str | None:
        """What an abbreviation stands for that the document defines ("PSCs": private security company)."""
        return self.abbreviations.get(word) or self.abbreviations.get(word.removesuffix("s"))

    def sentence_before(self) -> Reading | None:
        """The reading of the sentence before in the same paragraph, made only when asked for."""
        return self.before() if self.before is not None else None

    def heading(self) -> Reading | None:
        """The heading of a unit that is the first under it, made only when asked for."""
        return self.above() if self.above is not None else None

    @property
    def verbs(self) -> frozenset[str]:
        """Its words, each as the lemma that it has if it is a verb."""
        if self._verbs is None:
            self._verbs = frozenset(map(verb_lemma, self.scan.vocabulary))
        return self._verbs

    def clause(self, at: int) -> tuple[int, int]:
        """The narrowest clause that holds a token."""
        found = self._clause_at.get(at)
        if found is None:
            found = self._clause_at[at] = self._narrowest(at)
        return found

    def _narrowest(self, at: int) -> tuple[int, int]:
        best = (0, len(self.tokens))
        for first, last in self.clauses:
            if first <= at < last and last - first < best[1] - best[0]:
                best = (first, last)
        return best

    def chain_end(self, index: int) -> int:
        """The token after a figure, or after the last one that "and", "or" or a comma joins to it directly.

        "7% and 9% of the population": what follows the last figure completes the first as well.
        """
        mention = self.mentions[index]
        last = mention.last
        for other in self.mentions[index + 1 :]:
            if other.first - last > 2:
                break
            gap = [self.tokens[k].norm for k in range(last, other.first)]
            if other.kind is not mention.kind or not gap or len(gap) > 2 or any(n not in _JOINING for n in gap):
                break
            last = other.last
        return last

    def subjects(self) -> list[Name]:
        """The names and what stands for names, in order."""
        return sorted([*self.names, *self.stand_ins], key=lambda name: name.first) if self.stand_ins else self.names

    def names_in(self, first: int, last: int) -> list[Name]:
        """The names that lie within a token range."""
        return [name for name in self.names if first <= name.first and name.last <= last]


def read_unit(scan: Scan, names: Names) -> Reading:
    """Tag a unit and find its names and clauses."""
    tokens = scan.tokens
    scan.mentions[:] = [_without_verb(mention, tokens) for mention in scan.mentions]
    figure_at, marks = [-1] * len(tokens), [0] * len(tokens)
    for index, mention in enumerate(scan.mentions):
        mark = 2 if mention.kind in _TIMES else 1
        for k in range(mention.first, mention.last):
            figure_at[k], marks[k] = index, mark
    figures = list(map(bool, marks))
    title_case = _is_title(scan, tokens) and title_cased(tokens)
    found = names.find(tokens, figures, title_case=title_case)
    if scan.unit.block.kind is BlockKind.CODE:
        # Samples of output name nothing but what is known: their capitals are headings of columns and fields.
        found = [name for name in found if name.known]
    opening = _run_in_heading(scan, tokens)
    placed = _dateline(scan, tokens)
    found = [name for name in found if (name.known or name.first >= opening) and name.first >= placed]
    opening = max(opening, placed)
    in_name = [False] * len(tokens)
    for name in found:
        in_name[name.first : name.last] = [True] * (name.last - name.first)
    tags = tag(tokens, marks, in_name)
    norms = scan.norms
    clauses = _clauses(tokens, tags)
    if opening:
        clauses = [(max(first, opening), last) for first, last in clauses if last > opening]
        clauses.append((0, opening))
    return Reading(
        scan, tokens, norms, tags, found, scan.mentions, figure_at, names.abbreviations, clauses, title=title_case
    )


def _is_title(scan: Scan, tokens: list[Token]) -> bool:
    """Whether a unit is a heading, or a line of its own like one: short, without a label and a full stop."""
    if scan.unit.block.kind is BlockKind.HEADING:
        return True
    if scan.unit.block.kind is not BlockKind.PROSE or len(tokens) > _LONGEST_TITLE:
        return False
    return not any(token.text in _NO_TITLE for token in tokens)


def _without_verb(mention: Mention, tokens: list[Token]) -> Mention:
    """A figure without the verb that bounds it: of "rents exceeded €40" the verb is read as the clause's own."""
    first = mention.first
    while first < mention.core and grammar().verb_forms.get(tokens[first].norm, ("", ""))[1] in ("past", "s"):
        first += 1
    whole = first == mention.first or tokens[first].norm == "to"  # "limited to 40" stays as it is
    return mention if whole else evolve(mention, first=first)


# "PORT VELLA, Sept 14 -", "LONDON (AP) --": where and when a report was sent off.
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*(?:, [\w .]{2,30}?)?(?: \([A-Z][\w/ ]{1,20}\))? ?(?: -|--|–|—) (?=[A-Z\"“])"
)


def _dateline(scan: Scan, tokens: list[Token]) -> int:
    """Where the text begins after the dateline of a report, or 0."""
    if scan.unit.block.kind is not BlockKind.PROSE or not tokens or not tokens[0].text.isupper():
        return 0
    match = _DATELINE.match(scan.document.text, tokens[0].start, scan.unit.span.end)
    return next((at for at, token in enumerate(tokens) if token.start >= match.end()), 0) if match else 0


def _run_in_heading(scan: Scan, tokens: list[Token]) -> int:
    """Where the text begins after a heading that opens its paragraph ("Why It Matters: Exports fell"), or 0."""
    if scan.unit.block.kind is not BlockKind.PROSE:
        return 0
    for at in range(1, min(_LONGEST_HEADING, len(tokens) - 1)):
        if tokens[at].text != ":":
            continue
        after = tokens[at + 1]
        titled = all(
            token.text[:1].isupper() or token.norm in grammar().closed or not token.text[:1].isalpha()
            for token in tokens[:at]
        )
        return at + 1 if titled and not after.glued and after.text[:1].isupper() else 0
    return 0


def _clauses(tokens: list[Token], tags: list[str]) -> list[tuple[int, int]]:
    """Token ranges of clauses; a parenthesis is a clause inside another."""
    table = grammar()
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    start = 0
    verb_seen = False
    relative = False
    source = bool(tokens) and (tokens[0].norm in {"according", "quoting", "citing"} or tags[0] in "VG")
    fronted = bool(tokens) and tokens[0].norm in _FRONTED
    after_verb = False
    for i, mark in enumerate(tags):
        token = tokens[i]
        if mark in _INERT and not after_verb and token.norm not in _HINGES:
            continue
        may_break = after_verb or mark in "PC" or token.norm in _OPENERS
        after_verb = mark == "V"
        text = token.text
        if source and text == ",":
            found.append((start, i))
            start, verb_seen, source = i, False, False
            continue
        if fronted and text == "," and verb_seen and not opened:
            fronted = False
            if _subject_then_verb(tags, i + 1):
                found.append((start, i))
                start, verb_seen = i, False
                continue
        if text in "([":
            opened.append(i)
            continue
        if text in ")]":
            if opened:
                found.append((opened.pop() + 1, i))
            continue
        if opened:
            continue
        if mark in "VX":
            verb_seen = True
        closes = relative and verb_seen and text == "," and _verb_next(tokens, tags, i + 1)
        if closes or (may_break and _breaks(tokens, tags, i, table.subordinators, verb_seen)):
            if i > start:
                found.append((start, i))
            start = i
            verb_seen = False
            relative = token.norm in {"which", "who", "whose", "that"}
    found.append((start, len(tokens)))
    return found


@cache
def _saying() -> frozenset[str]:
    return frozenset(load_table("stance")["attribution"]["verbs"])


def _verb_next(tokens: list[Token], tags: list[str], i: int) -> bool:
    """Whether the main verb goes on after a relative clause's closing comma."""
    if i >= len(tags):
        return False
    entry = grammar().verb_forms.get(tokens[i].norm)
    return tags[i] in "VX" or (entry is not None and entry[1] == "s")


# The marks and words at which a clause may begin; besides them what a preposition or a verb of saying stands before.
_OPENERS = frozenset(
    {";", "—", "•", "-", "–", ":", "and", "or", "because", "but", "if", "that", "unless", "up", "down"}
)
_OPENERS |= {"while", "whereas", "although", "though", "when", "where", "which", "who", "whose", "with", "followed"}
_OPENERS |= {"compared", "against"}


# Tags of words that mean nothing for where clauses part, but for those beside them and the marks that figures hold.
_INERT = frozenset("NADZUMRGT")
_HINGES = _OPENERS | frozenset(",()[]")


# Conjunctions that open a sentence with a clause of their own, up to the comma; "if" and "when" also tell what holds.
_FRONTED = frozenset({"since", "after", "before", "because"})
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i", "there"})
_SAID_WITHIN = 6  # tokens between a verb of saying and its "that": "said in Orl on Monday that"


def _said_before(tokens: list[Token], tags: list[str], i: int) -> bool:
    """Whether a verb of saying stands before "that", with nothing but when, where and to whom between."""
    for k in range(i - 1, max(-1, i - 1 - _SAID_WITHIN), -1):
        if tags[k] == "V":
            return verb_lemma(tokens[k].norm) in _saying()
        if tags[k] not in "PUNZDMA":
            return False
    return False


def _breaks(tokens: list[Token], tags: list[str], i: int, subordinators: frozenset[str], verb_seen: bool) -> bool:
    text = tokens[i].text
    if text in {";", "—", "•"} or (text in {"-", "–"} and not tokens[i].glued and tags[i] == "." and verb_seen):
        return True
    if text == ":" and not tokens[i].glued:
        return True
    if text == ":" and verb_seen and "U" not in tags[:i] and _subject_then_verb(tags, i + 1):
        return True
    before = tokens[i - 1].text if i else ""
    norm = tokens[i].norm
    following = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    if i and tags[i] == "P" and following in {"which", "whom"} and before not in {"one", "some", "most", "all"}:
        return True
    said = bool(i) and tags[i - 1] == "V" and verb_lemma(tokens[i - 1].norm) in _saying()
    if said and tags[i] in "DNZU":
        return _subject_then_verb(tags, i)
    if said and norm in _SUBJECTS and tags[i + 1 : i + 2] in (["V"], ["X"]):
        return True  # "Kellet said it had 40 ships"
    if norm == "that" and (said or (tags[i] == "C" and following in _SUBJECTS and _said_before(tokens, tags, i))):
        return True
    if norm in {"that", "who"} and i and tags[i - 1] in "NZ" and i + 1 < len(tags) and tags[i + 1] in "VX":
        return True
    if i and norm in {"while", "whereas", "although", "though", "but"}:
        return True
    if i and tags[i] in "PC" and norm in subordinators and before == "," and _verb_ahead(tags, i):
        return True
    if i and norm in {"because", "if", "when", "where", "unless"} and verb_seen and _verb_ahead(tags, i):
        return True
    if before == "," and norm in {
        "and",
        "or",
        "which",
        "who",
        "whose",
        "where",
        "with",
        "followed",
        "compared",
        "against",
        "up",
        "down",
    }:
        if norm in {"and", "or"}:
            return verb_seen and _subject_then_verb(tags, i + 1)
        return True
    if norm == "and" and verb_seen and i and before != ",":
        return _subject_then_verb(tags, i + 1)
    return False


def _verb_ahead(tags: list[str], i: int) -> bool:
    for mark in tags[i + 1 : i + 12]:
        if mark in "VX":
            return True
        if mark == ".":
            return False
    return False


def _subject_then_verb(tags: list[str], i: int) -> bool:
    """Whether a clause of its own begins here: a noun phrase and then a verb, or a verb at once."""
    seen_noun = False
    window = tags[i : i + 14]
    for k, mark in enumerate(window):
        if mark in "VX":
            return seen_noun
        if mark in "NZRU":
            seen_noun = True
        elif mark == "C" and seen_noun and window[k + 1 : k + 2] and window[k + 1] in "NZAD":
            continue
        elif mark not in "DAMU-PS" or (mark == "P" and not seen_noun):
            return False
    return False
