"""A unit of text as the claims stage sees it: tokens with tags, names, figures and clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from attrs import define, evolve, field

from claimcheck.claims.clauses import clauses_of
from claimcheck.claims.grammar import grammar, verb_lemma
from claimcheck.claims.name_search import find_names
from claimcheck.claims.names import Name, Names
from claimcheck.claims.shapes import title_cased
from claimcheck.claims.shouted import all_shouted
from claimcheck.claims.tagging import tag
from claimcheck.extract.scan import Mention, Scan
from claimcheck.extract.tokens import Token
from claimcheck.records import Kind, TimeSpan
from claimcheck.segment.model import BlockKind, Unit

__all__ = ["TIMES", "Reading", "read_unit"]

TIMES = frozenset({Kind.DATE, Kind.PERIOD})
"""The kinds of figures that are times."""

_PROSE, _HEADING, _CODE = BlockKind.PROSE, BlockKind.HEADING, BlockKind.CODE
_LONGEST_HEADING = 10
_LONGEST_TITLE = 16
_NO_TITLE = frozenset({":", ".", "!", "?", "|", ";", "="})
_STOPS = frozenset(".!?;")
_JOINING = frozenset({"and", "or", ",", "to", "/"})


@define
class Reading:
    """Everything known of one unit before its figures are made into claims.

    ``norms`` are the folded texts of the tokens; ``opening`` is where the text begins after a heading in its first line
    or a dateline, or 0; ``source`` is who says all of it and the tokens that name them, once that is found out;
    ``title`` says that it is written as a title; ``told`` is the time that the text told last before it. ``stand_ins``
    are the common noun phrases that name what the text introduced before ("the hospital"). Found out once: ``told_of``,
    the names that figures may be about, by the source; ``main_verbs``, the verbs of figures by their tokens;
    ``doubts``, where words of doubt stand.
    """

    scan: Scan
    tokens: list[Token]
    norms: list[str]
    tags: list[str]
    names: list[Name]
    mentions: list[Mention]
    figure_at: list[int]
    abbreviations: Mapping[str, str] = field(factory=dict)
    opening: int = 0
    before: Callable[[], Reading | None] | None = None
    above: Callable[[], Reading | None] | None = None
    source: tuple[str | None, tuple[int, int]] | None = None
    title: bool = False
    told: TimeSpan | None = None
    stand_ins: list[Name] = field(factory=list)
    told_of: dict[tuple[int, int], list[Name]] = field(init=False, factory=dict)
    main_verbs: dict[tuple[int, int], int | None] = field(init=False, factory=dict)
    doubts: Sequence[int] | None = field(init=False, default=None)
    unit: Unit = field(init=False)
    _verbs: frozenset[str] | None = field(init=False, default=None)
    _clauses: list[tuple[int, int]] | None = field(init=False, default=None)
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

    @property
    def clauses(self) -> list[tuple[int, int]]:
        """The token ranges of its clauses, found when first asked for; what opens the unit is one by itself."""
        if self._clauses is None:
            clauses = clauses_of(self.tokens, self.tags)
            if self.opening:
                clauses = [(max(first, self.opening), last) for first, last in clauses if last > self.opening]
                clauses.append((0, self.opening))
            self._clauses = clauses
        return self._clauses

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
        mark = 2 if mention.kind in TIMES else 1
        for k in range(mention.first, mention.last):
            figure_at[k], marks[k] = index, mark
    figures = list(map(bool, marks))
    title_case = _is_title(scan, tokens) and title_cased(tokens)
    found = find_names(names, tokens, figures, title_case=title_case)
    if scan.unit.block.kind is _CODE:
        # Samples of output name nothing but what is known: their capitals are headings of columns and fields.
        found = [name for name in found if name.known]
    opening = _run_in_heading(scan, tokens)
    placed = _dateline(scan, tokens)
    if opening or placed:
        found = [name for name in found if (name.known or name.first >= opening) and name.first >= placed]
        opening = max(opening, placed)
    in_name = [False] * len(tokens)
    for name in found:
        in_name[name.first : name.last] = [True] * (name.last - name.first)
    tags = tag(tokens, marks, in_name)
    norms = scan.norms
    return Reading(
        scan, tokens, norms, tags, found, scan.mentions, figure_at, names.abbreviations, opening, title=title_case
    )


def _is_title(scan: Scan, tokens: list[Token]) -> bool:
    """Whether a unit is a heading, or a line of its own like one: short, without a label and a full stop."""
    kind = scan.unit.block.kind
    if kind is _HEADING:
        return True
    if kind is not _PROSE or len(tokens) > _LONGEST_TITLE:
        return False
    if _NO_TITLE.isdisjoint(scan.vocabulary) or not any(token.text in _NO_TITLE for token in tokens):
        return True
    return tokens[0].text.isupper() and tokens[-1].text not in _STOPS and all_shouted(tokens)


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
    if not tokens or not tokens[0].text.isupper() or scan.unit.block.kind is not _PROSE:
        return 0
    match = _DATELINE.match(scan.document.text, tokens[0].start, scan.unit.span.end)
    return next((at for at, token in enumerate(tokens) if token.start >= match.end()), 0) if match else 0


def _run_in_heading(scan: Scan, tokens: list[Token]) -> int:
    """Where the text begins after a heading that opens its paragraph ("Why It Matters: Exports fell"), or 0."""
    if ":" not in scan.vocabulary or scan.unit.block.kind is not _PROSE:
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
