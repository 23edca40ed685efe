"""The two ends of a change: "rose from 50 to 60", "41, up from 36", "cut it to 9"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.extract.change.words import words_of_change
from claimcheck.extract.scan import Mention, Scan
from claimcheck.records import Kind, Modifier

__all__ = ["assign"]

_LEVELS = frozenset(
    (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.RATIO, Kind.AGE, Kind.RANK, Kind.DURATION)
)
_BACK = 10
_FAR = 14  # tokens back from both ends, where they stand together
_JOINED = 5


def assign(scan: Scan) -> None:
    """Give the mentions that are an end of a change their role, ``from`` or ``to``, and the direction."""
    words = words_of_change()
    if not scan.mentions or scan.vocabulary.isdisjoint(words.signs):
        return
    order = sorted(range(len(scan.mentions)), key=lambda index: scan.mentions[index].first)
    roles: dict[int, tuple[str, int]] = {}
    for place, index in enumerate(order):
        mention = scan.mentions[index]
        if mention.quantity is None or mention.kind not in _LEVELS or mention.quantity.role:
            continue
        found = _end(scan, mention)
        if found is None:
            continue
        roles[index] = found
        if found[0] == "from" and place:
            # "41, up from 36": what stands before is the new level
            previous = order[place - 1]
            gap = [scan.norm(at) for at in range(scan.mentions[previous].last, mention.first)]
            if gap and gap[-2:-1] and gap[-2] in words.adverbs and len(gap) <= 4 and previous not in roles:
                if scan.mentions[previous].kind is mention.kind:
                    roles[previous] = ("to", found[1])
    if not any(role == "from" or direction for role, direction in roles.values()):
        if not any(mention.kind is Kind.CHANGE for mention in scan.mentions):
            return  # "speeds reach 40 km/h": nothing changes
    for index, (role, direction) in roles.items():
        mention = scan.mentions[index]
        if mention.quantity is not None:
            quantity = evolve(mention.quantity, role=role, direction=direction)
            scan.mentions[index] = evolve(mention, quantity=quantity)


def _end(scan: Scan, mention: Mention) -> tuple[str, int] | None:
    """The role and direction of a figure right after "from" or "to" of a change."""
    words, at = words_of_change(), mention.first
    word = scan.norm(at - 1)
    inner = scan.norm(at)
    if word not in ("from", "to") and inner in ("from", "to") and at < mention.core:
        if inner == "from" and mention.quantity is not None and mention.quantity.modifier is Modifier.RANGE:
            return None  # "takes from 40 to 60 people" is a range
        word, at = inner, at + 1
    if word in ("from", "to"):
        direction = _change_before(scan, at - 1)
        if direction is not None:
            return word, direction
        if word == "from":
            later = _change_after(scan, mention.last)
            return ("from", later) if later else None
        return None
    if word in words.direct:
        return "to", 0
    return None


def _change_before(scan: Scan, at: int) -> int | None:
    """The direction of the change that governs "from" or "to" at ``at``; None where nothing changes."""
    words = words_of_change()
    sizes = {
        m.last - 1: m.quantity.direction for m in scan.mentions if m.kind is Kind.CHANGE and m.quantity is not None
    }
    for back in range(at - 1, max(-1, at - 1 - (_FAR if _both(scan, at) else _BACK)), -1):
        norm = scan.norm(back)
        if sizes.get(back):
            return sizes[back]  # "raised it by half a point on Thursday, to 4.25%"
        if norm in words.verbs:
            return words.verbs[norm]
        if norm in words.transitive:
            return words.transitive[norm]
        if norm in words.adverbs:
            moved = scan.norm(back - 1)
            if (
                back == at - 1
                or scan.norm(back + 1) == "from"
                or moved in words.reach
                or moved in ("is", "was", "are", "were")
            ):
                return words.adverbs[norm]
        if norm in words.times:
            return 1 if words.times[norm] > 1 else -1
        if norm in words.nouns and scan.norm(back + 1) in ("from", "to"):
            return words.nouns[norm]
        if norm in words.reach:
            return 0
        if norm in words.stops or norm == ".":
            return None
    return None


def _both(scan: Scan, at: int) -> bool:
    """Whether "from" and "to", one of them at a token, stand with one figure between: "from 50 to 55 cm"."""
    if scan.norm(at) == "from":
        return "to" in scan.norms[at + 2 : at + _JOINED]
    return scan.norm(at) == "to" and "from" in scan.norms[max(at - _JOINED, 0) : at]


def _change_after(scan: Scan, at: int) -> int:
    """The direction of a verb of change after a figure that "from" began a sentence with: "From 50 people, … rose"."""
    words = words_of_change()
    for ahead in range(at, min(at + 16, len(scan.tokens))):
        norm = scan.norm(ahead)
        if norm in words.verbs:
            return words.verbs[norm]
        if norm in (";", "."):
            return 0
    return 0
