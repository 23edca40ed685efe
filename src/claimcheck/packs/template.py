"""Message templates: ``str.format`` fields from a closed list, checked when a pack is read."""

from __future__ import annotations

import string
from collections.abc import Mapping

__all__ = ["FIELDS", "faults", "fields", "render"]

_SIDE = ("text", "document", "about", "measure", "when", "attribution", "value")
FIELDS = frozenset(
    {"measure", "about", "when", "count", "kind", "detail", "values", "odd", "majority"}
    | {f"{side}.{name}" for side in "ab" for name in _SIDE}
)
_FORMATTER = string.Formatter()


def fields(template: str) -> list[str]:
    """The names of a template's fields, in order; raises ValueError for unbalanced braces."""
    return [name for _, name, _, _ in _FORMATTER.parse(template) if name is not None]


def faults(template: str) -> list[tuple[str, str]]:
    """What is wrong with a template, as (message, the field at fault or an empty string) pairs."""
    found = []
    try:
        for _, name, spec, conversion in _FORMATTER.parse(template):
            if name is None:
                continue
            if name not in FIELDS:
                found.append((f"unknown field {{{name}}}", name))
            if spec or conversion:
                found.append((f"field {{{name}}} may not have a format or conversion", ""))
    except ValueError as error:
        found.append((str(error), ""))
    return found


def render(template: str, values: Mapping[str, str]) -> str:
    """The template with its fields filled in; empty phrases leave no doubled spaces behind."""
    out = []
    for literal, name, _, _ in _FORMATTER.parse(template):
        out.append(literal)
        if name is not None:
            out.append(values.get(name, ""))
    return " ".join("".join(out).split()).replace(" ,", ",").replace(" .", ".").replace(" :", ":")
