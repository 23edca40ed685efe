"""The gate's own rules: what an edit, a suppression comment or a baseline gives rise to. ``docs/gate.md`` has more."""

from __future__ import annotations

from claimcheck.report.model import RuleNote

__all__ = ["GATE_RULES", "gate_note"]

GATE_RULES: dict[str, tuple[str, str]] = {
    "stale-copy": (
        "A copy of a changed figure was left as it was",
        "The edit changed a figure or date in one place; this place still gives the old value of the same thing.",
    ),
    "value-changed": (
        "The edit changed a figure or date",
        "A figure or date is another one than in the base revision. This is a note: nothing contradicts it.",
    ),
    "unused-suppression": (
        "A suppression comment suppresses nothing",
        "The finding that the comment kept quiet is gone, or its rule's id or its place has changed.",
    ),
    "bad-suppression": (
        "A suppression comment is malformed",
        "A suppression names the rules that it ignores and gives a reason after a colon.",
    ),
}
"""Title and help by the rule's id."""


def gate_note(id: str) -> RuleNote:
    """What a report says of one of these rules."""
    title, help = GATE_RULES[id]
    return RuleNote(id, title, help, f"docs/gate.md#{id}")
