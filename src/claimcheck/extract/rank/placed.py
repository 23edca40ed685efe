"""Ordinals and plain numbers that are places in an order: "51st of 140", "at No. 5", "the top five"."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from claimcheck.extract.amounts import Amount
from claimcheck.extract.numerals import Form
from claimcheck.extract.rank.named import take_named
from claimcheck.extract.rank.outdone import take_outdone
from claimcheck.extract.rank.words import WORDS, words_of_rank
from claimcheck.extract.scan import Scan
from claimcheck.extract.tokens import TokenKind
from claimcheck.records import Kind, Modifier, Quantity

__all__ = ["find"]

_OUTDOING = frozenset(("only", "any", "second", "no"))
_HYPHENS = frozenset("-‐‑–")
_JOINTS = frozenset((",", "and", "or", "to", "/", "&", "-", "–"))


@define
class _Finder:
    scan: Scan
    amounts: list[Amount]
    cores: dict[int, Amount]
    cue: bool
    column: bool

    def size(self, at: int) -> tuple[Decimal, int] | None:
        """The size of the list that "of 140", "out of 112", "among 20" names at token ``at``, and the token after."""
        norm = self.scan.norm
        start = (
            at + 1
            if norm(at) in ("of", "among", "amongst", "/")
            else at + 2
            if norm(at) == "out" and norm(at + 1) == "of"
            else 0
        )
        if not start:
            return None
        if norm(start) in ("the", "all", "some", "a"):
            if norm(start) == "a" or start + 1 not in self.cores:
                return None
            start += 1
        amount = self.cores.get(start)
        if amount is None or amount.unit is not None or amount.form not in (Form.DIGITS, Form.WORDS):
            return None
        if amount.low is None or not self.scan.free(at, amount.end):
            return None
        return amount.low, amount.end

    def fronted(self) -> Decimal | None:
        """The size of the list that the sentence opens with: "Among all 96 countries, …", "Of the 27 states, …"."""
        size = self.size(0)
        return size[0] if size is not None else None

    def take(self, first: int, core: int, end: int, value: Decimal, confidence: float = 1.0, note: str = "") -> None:
        """Record a rank whose number ends before ``end``, with the size of the list after it."""
        size = self.size(end)
        out_of, last = None, end
        if size is None and (told := self.fronted()) is not None and told >= value:
            out_of = told
        elif size is not None and size[0] >= value:
            out_of, last = size
        if self.scan.free(first, last):
            self.scan.take(
                Kind.RANK,
                first,
                last,
                quantity=Quantity(value, value, None, Modifier.EXACT, Decimal(1), out_of=out_of),
                core=core,
                confidence=confidence,
                notes=(note,) if note else (),
            )


def find(scan: Scan, amounts: list[Amount]) -> None:
    """Take all ranks among the amounts, and those that words alone give."""
    words = words_of_rank()
    for at in scan.where(_OUTDOING):
        if not scan.taken[at]:
            take_outdone(scan, at)
    rest = [amount for amount in amounts if scan.free(amount.core, amount.end)]
    cue = False
    if rest:
        cue = not scan.vocabulary.isdisjoint(words.rankings)
        cell = scan.unit.cell
        column = cell is not None and not words.rankings.isdisjoint(cell.column_label.lower().split())
        finder = _Finder(scan, rest, {amount.core: amount for amount in rest}, cue, column)
        _ordinals(finder)
        for amount in rest:
            if amount.form in (Form.DIGITS, Form.WORDS) and scan.free(amount.core, amount.end):
                _number(finder, amount)
    for at in scan.where(WORDS):
        if not scan.taken[at]:
            take_named(scan, at)


_NAME = 6  # words of the longest name between a verb of ranking and the rank


def _ordinals(finder: _Finder) -> None:
    """Confirm the ordinals that are ranks, then those that stand in one enumeration with them."""
    ordinals = [amount for amount in finder.amounts if amount.form is Form.ORDINAL]
    if not ordinals:
        return
    sure = [_confirmed(finder, amount) for amount in ordinals]
    if any(sure):
        for order in (range(len(ordinals)), range(len(ordinals) - 1, -1, -1)):
            for index in order:
                if not sure[index] and _joined(finder.scan, ordinals, sure, index):
                    sure[index] = ordinals[index].end
    for amount, end in zip(ordinals, sure, strict=True):
        if end and amount.low is not None:
            finder.take(amount.core, amount.core, end, amount.low)


def _confirmed(finder: _Finder, amount: Amount) -> int:
    """The token after the rank if the words around the ordinal make it one, else 0."""
    scan, words = finder.scan, words_of_rank()
    value, end, at = amount.low or Decimal(0), amount.end, amount.core
    after = scan.norm(end)
    here = end + 1 if after in _HYPHENS and end + 1 < len(scan.tokens) and scan.tokens[end].glued else end
    if _superlative(scan.norm(here)) and not (value == 1 and here == end):
        last = here + 1
        if scan.norm(here) in ("most", "least") and scan.norm(last).isalpha():
            last += 1
        elif scan.norm(last) in _HYPHENS and scan.norm(last + 1) in ("ever", "ranked"):
            last += 2
        return last
    if here > end and scan.norm(here) in ("placed", "ranked", "seeded", "rated", "place"):
        return here + 1
    if after == "to" and (value == 1 or scan.norm(end + 1) in ("none", "no")):
        return 0  # "second to none", "came first to the valley"
    if (
        scan.norm(at - 1) == "the"
        and after in words.sites
        and (scan.norm(end + 1) in words.clauses or after[-1] == "s")
    ):
        return 0  # "the first place where …", "among the first places"
    if after in words.places and scan.norm(end + 1) not in ("of", "to") + (("the",) if after == "overall" else ()):
        return 0 if words.idioms.match(scan.tokens, end) is not None else end
    if after in words.places and words.verbs.match(scan.tokens, at) is not None:
        return end
    if _across_the_line(scan, end) or _in_succession(scan, at, end, value):
        return end
    if scan.norm(at - 1) == "from" and scan.norm(at - 2) in ("up", "down") and _bare(scan, end):
        return end  # "91st of 180, up from 120th in 2019"
    before = at - 1
    linked = False
    while before >= 0 and scan.norm(before) in words.links and at - before <= 3:
        before, linked = before - 1, True
    verb = words.verbs.match(scan.tokens, before + 1) or words.verbs.match(scan.tokens, at)
    bare = _bare(scan, end)
    if verb is not None and (bare or finder.size(end) is not None):
        return end
    if not bare:
        return 0
    if _object_ranked(scan, at):
        return end
    move = scan.norm(before)
    if move in words.moves or scan.norm(at - 1) in words.moves:
        weak = move in words.weak or scan.norm(at - 1) in words.weak
        if not weak or value >= 3 or finder.cue:
            if not (linked and weak and not finder.cue):
                return end
    if finder.cue and scan.norm(at - 1) in ("at", "in", "to", ":", "(", "joint") and scan.norm(at - 2) != "the":
        return end
    if finder.size(end) is not None and scan.norm(at - 1) not in ("the", "a", "its", "their") and value >= 1:
        if scan.tokens[amount.core].kind is TokenKind.NUMBER or finder.cue:
            return end
    return end if finder.column else 0


def _across_the_line(scan: Scan, end: int) -> bool:
    """Whether somebody crossed the line so: "sixth across the line", "the seventh woman home"."""
    for here in range(end, end + 2):
        if scan.norm(here) in ("across", "over") and scan.norm(here + 1) == "the":
            return scan.norm(here + 2) in ("line", "finish", "finishing")
        if here > end and scan.norm(here) == "home" and scan.norm(end) in words_of_rank().racers:
            return True
    return False


def _in_succession(scan: Scan, at: int, end: int, value: Decimal) -> bool:
    """Whether an ordinal counts those in one office or times without a break: "the twelfth president", "for the tenth
    year running".
    """
    if value < 2:
        return False
    words, after = words_of_rank(), scan.norm(end)
    if after in words.unbroken:
        return scan.norm(end + 1) in words.turns
    if after in words.turns:
        following = scan.norm(end + 1)
        return following == "running" or (
            following == "in" and scan.norm(end + 2) == "a" and scan.norm(end + 3) == "row"
        )
    if after not in words.offices or (scan.norm(at - 1) != "the" and not scan.norm(at - 1).endswith("'s")):
        return False
    return scan.norm(end + 1) not in words.offices


def _superlative(word: str) -> bool:
    words = words_of_rank()
    if word in words.superlatives:
        return True
    return len(word) > 5 and word.endswith("est") and word not in words.not_superlative


def _bare(scan: Scan, end: int) -> bool:
    """Whether no noun follows: the sentence ends, a mark or a small word goes on, or a name begins."""
    if end >= len(scan.tokens):
        return True
    token = scan.tokens[end]
    if token.kind is not TokenKind.WORD:
        return not (token.glued and token.norm in _HYPHENS)
    return token.norm in words_of_rank().follow or _so_long_away(scan, end)


def _so_long_away(scan: Scan, at: int) -> bool:
    """Whether a time reckoned from another stands at a token: "a year earlier", "the season before"."""
    return scan.norm(at + 1).rstrip("s") in _TIMES and scan.norm(at + 2) in _AWAY


_TIMES = frozenset(("day", "week", "month", "quarter", "year", "season", "decade", "survey", "election"))
_AWAY = frozenset(("earlier", "before", "ago", "previously", "later"))


def _object_ranked(scan: Scan, at: int) -> bool:
    """Whether a verb of ranking has a name for its object right before the ordinal: "the index ranks Peru 74th"."""
    if not scan.tokens[at - 1].text[:1].isupper():
        return False
    first = at
    while first and at - first < _NAME and _named(scan, first - 1):
        first -= 1
    return first < at and scan.norm(first - 1) in words_of_rank().rankers


def _named(scan: Scan, at: int) -> bool:
    token = scan.tokens[at]
    return token.kind is TokenKind.WORD and (token.text[:1].isupper() or token.norm in ("the", "of", "and"))


def _joined(scan: Scan, ordinals: list[Amount], sure: list[int], index: int) -> bool:
    """Whether an ordinal shares an enumeration with a neighbour that is a rank: "74th, Kazakhstan 75th and …"."""
    amount = ordinals[index]
    if not _bare(scan, amount.end):
        return False
    before = scan.norm(amount.core - 1)
    if index and sure[index - 1]:
        gap = range(ordinals[index - 1].end, amount.core)
        norms = [scan.norm(at) for at in gap]
        if norms and all(
            norm in _JOINTS or norm in ("then", "place", "in", "at", "from", "respectively") for norm in norms
        ):
            return True
        if before == "and" and len(norms) <= 5 and norms[0] in ("in", "on"):
            return True  # "third in 2018 and second in 2019"
        if len(norms) <= 12 and before not in ("the", "a", "its", "their", "his", "her", "this", "every", "each"):
            name = scan.tokens[amount.core - 1]
            if name.kind is TokenKind.WORD and name.text[:1].isupper():
                return True
            if before in words_of_rank().moves or before in ("in", "at"):
                return True
    if index + 1 < len(ordinals) and sure[index + 1]:
        norms = [scan.norm(at) for at in range(amount.end, ordinals[index + 1].core)]
        if norms and all(norm in _JOINTS for norm in norms) and before not in ("the", "a", "its"):
            return True
    return False


def _number(finder: _Finder, amount: Amount) -> None:
    """A plain number: "No. 5", "#3", "the top five", "ranks 45 of 180", a cell of a column of ranks."""
    scan, words, at = finder.scan, words_of_rank(), amount.core
    value = amount.low
    if amount.unit is not None or value is None or value != value.to_integral_value() or value < 1:
        return
    if len(amount.numerals) != 1 or amount.high != value:
        return
    before = at - 1
    if scan.norm(before) in _HYPHENS:
        before -= 1
    if scan.norm(before) in words.top and value <= 1000 and scan.norm(amount.end) not in words.not_after_top:
        scan.take(
            Kind.RANK,
            before,
            amount.end,
            quantity=Quantity(None, value, None, Modifier.AT_MOST, Decimal(1)),
            core=at,
            confidence=0.8,
            notes=("one of the leading places",),
        )
        return
    first = _sign(scan, at)
    if first is not None:
        prior = scan.norm(first - 1)
        leads = prior in words.before_sign or words.verbs.match(scan.tokens, first) is not None
        if (
            leads
            and (
                finder.cue
                or prior in ("world", "world's", "country's", "ranked", "placed", "debuted")
                or (prior == "the" and scan.norm(first - 2) in words.be and not _bare(scan, amount.end))
            )
            and value <= 1000
        ):
            finder.take(first, at, amount.end, value)
        return
    if (
        words.rank.match(scan.tokens, at) is not None
        or words.rank.match(scan.tokens, _past_links(scan, at)) is not None
    ):
        size = finder.size(amount.end)
        following = scan.tokens[amount.end] if amount.end < len(scan.tokens) else None
        if size is not None and size[0] >= value:
            finder.take(at, at, amount.end, value)
        elif scan.norm(at - 1) in (":", "rank") and (following is None or following.kind is not TokenKind.WORD):
            finder.take(at, at, amount.end, value, 0.9)
        return
    cell = scan.unit.cell
    if cell is not None and at <= 1 and amount.end >= len(scan.tokens) - 1 and not cell.header:
        if any(word in ("rank", "ranking", "position", "place", "rank:") for word in cell.column_label.lower().split()):
            finder.take(at, at, amount.end, value)


def _past_links(scan: Scan, at: int) -> int:
    while at > 1 and scan.norm(at - 1) in ("at", "as", "in", ":"):
        at -= 1
    return at


def _sign(scan: Scan, at: int) -> int | None:
    """The first token of "No.", "#", "number" right before token ``at``, or None."""
    signs = words_of_rank().signs
    if scan.norm(at - 1) == "." and scan.norm(at - 2) in ("no", "nos") and at >= 2:
        return at - 2
    if at >= 1 and scan.norm(at - 1) in signs:
        return at - 1
    return None
