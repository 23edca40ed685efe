"""One plain sentence a finding: the rule's message with its fields filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.align.times import show
from claimcheck.packs.model import Rule
from claimcheck.packs.template import render
from claimcheck.records import Claim, Span

__all__ = ["Written", "joined", "message", "scopes", "source", "thing"]

Written = tuple[str, Span]
"""Where a figure stands: its document and its characters."""


def joined(items: Sequence[str], last: str = "and") -> str:
    """Items as an enumeration: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def source(claim: Claim) -> str:
    """A document's name without the folders that it lies in."""
    return claim.document.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or claim.document


def thing(claims: Sequence[Claim]) -> str:
    """What the claims measure, in the fullest wording that one of them has."""
    phrases = [claim.core for claim in claims if claim.core]
    if phrases:
        often = Counter(phrases)
        return max(often, key=lambda phrase: (often[phrase], -len(phrase), phrase))
    events = [claim.event for claim in claims if claim.event]
    if events:
        return events[0]
    return claims[0].kind.value


def about(claims: Sequence[Claim]) -> str:
    """The entities that all claims name, or those of the first that names any."""
    named = [claim.entities for claim in claims if claim.entities]
    if not named:
        return ""
    common = [name for name in named[0] if all(name in others for others in named)]
    return joined(common or list(named[0]))


def scopes(claims: Sequence[Claim]) -> str:
    """Figures with what tells them apart: three (Tajikistan, since 2015); ten (Kyrgyzstan, 2003 to 2016)."""
    common = set.intersection(*(set(claim.entities) for claim in claims))
    shown = []
    for claim in claims[:6]:
        apart = [name for name in claim.entities if name not in common][:2]
        when = show(claim.when)
        inner = ", ".join([*apart, *([when] if when else []), *claim.scope[:1]])
        shown.append(" ".join(claim.text.split()) + (f" ({inner})" if inner else ""))
    return "; ".join(shown) + (f"; and {len(claims) - 6} more" if len(claims) > 6 else "")


def message(
    rule: Rule,
    claims: Sequence[Claim],
    *,
    a: Claim,
    b: Claim,
    detail: str = "",
    groups: Sequence[Sequence[Claim]] = (),
    worked_out: Mapping[Written, str] | None = None,
) -> str:
    """The message of a rule on a group of claims; ``a`` and ``b`` are the two that show the matter best.

    ``worked_out`` says of figures that no text gives how they come from those that one does.
    """
    how = worked_out or {}
    entities = about(claims)
    measured = thing(claims)
    values = {
        "measure": measured + (f" ({entities})" if entities else ""),
        "about": entities,
        "when": next((show(claim.when) for claim in claims if claim.when and show(claim.when)), ""),
        "count": str(len({claim.document for claim in claims})),
        "kind": claims[0].kind.value,
        "detail": detail,
        "values": "; ".join(_side(group, how) for group in groups[:5]),
        "odd": _side(groups[-1], how) if groups else "",
        "majority": _side(groups[0], how) if groups else "",
    }
    for side, claim in (("a", a), ("b", b)):
        values |= {
            f"{side}.text": " ".join(claim.text.split()),
            f"{side}.document": source(claim),
            f"{side}.about": joined(list(claim.entities)),
            f"{side}.measure": claim.core,
            f"{side}.when": show(claim.when),
            f"{side}.attribution": claim.attribution or "",
            f"{side}.value": " ".join(claim.text.split()),
        }
    return render(rule.message, values)


def _side(claims: Sequence[Claim], worked_out: Mapping[Written, str]) -> str:
    texts = list(dict.fromkeys(_shown(claim, worked_out) for claim in claims))
    sources = list(dict.fromkeys(source(claim) for claim in claims))
    where = joined(sources[:3]) + (f" and {len(sources) - 3} more" if len(sources) > 3 else "")
    return f"{joined(texts[:3], 'or')} in {where}"


def _shown(claim: Claim, worked_out: Mapping[Written, str]) -> str:
    text = " ".join(claim.text.split())
    how = " ".join(worked_out.get((claim.document, claim.span), "").split()).removeprefix(text).strip(" :")
    return f"“{text}” ({how})" if how else f"“{text}”"
