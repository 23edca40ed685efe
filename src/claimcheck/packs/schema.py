"""Strict validation of pack data: every fault with its file, line, key and what to do, all of them collected."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import field, frozen

from claimcheck.errors import PackError
from claimcheck.packs.source import Source

__all__ = ["Reader", "suggestion"]


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists them where none is near."""
    options = sorted(known)
    near = difflib.get_close_matches(word, options, n=1, cutoff=0.6)
    if near:
        return f"did you mean {near[0]!r}?"
    return "use one of: " + ", ".join(options)


@frozen
class Reader:
    """One table of a pack file, read key by key; what is wrong goes to ``problems`` and a default is used instead."""

    source: Source
    data: dict[str, Any]
    address: tuple[str | int, ...]
    problems: list[PackError] = field(repr=False)

    def fault(self, key: str, message: str, hint: str = "", code: str = "pack-value") -> None:
        """Collect a fault of one key, or of the table itself where ``key`` is empty."""
        address = (*self.address, key) if key else self.address
        self.problems.append(
            PackError(code, message, path=str(self.source.path), line=self.source.line(*address), hint=hint)
        )

    @property
    def line(self) -> int:
        """The table's own line."""
        return self.source.line(*self.address)

    def only(self, known: Sequence[str], what: str) -> None:
        """Collect every key that is not known."""
        for key in self.data:
            if key not in known:
                self.fault(key, f"unknown key {key!r} in {what}", suggestion(key, known), "pack-key")

    def require(self, keys: Sequence[str], what: str) -> bool:
        """Whether all keys are there; collects those that are not."""
        missing = [key for key in keys if key not in self.data]
        for key in missing:
            if difflib.get_close_matches(key, [one for one in self.data if one not in keys], n=1, cutoff=0.8):
                continue  # misspelt: the unknown key is told, with this one as the hint
            self.fault("", f"{what} lacks {key!r}", f"add {key} = …", "pack-missing")
        return not missing

    def text(self, key: str, default: str = "") -> str:
        """A string."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            self.fault(key, f"{key} must be a string, not {_kind(value)}", f'write {key} = "…"')
            return default
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; a single string counts as a list of one."""
        value = self.data.get(key, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.fault(key, f"{key} must be a list of non-empty strings", f'write {key} = ["…", "…"]')
            return ()
        return tuple(item.strip() for item in value)

    def number(self, key: str, *, least: float | None = None, most: float | None = None) -> str | None:
        """A number as text, exactly as TOML gave it, or None."""
        value = self.data.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
            self.fault(key, f"{key} must be a number, not {_kind(value)}")
            return None
        if (least is not None and value < least) or (most is not None and value > most):
            bounds = f"at least {least}" if most is None else f"between {least} and {most}"
            self.fault(key, f"{key} is {value}, but must be {bounds}")
            return None
        return str(value)

    def choice(self, key: str, options: Iterable[str], default: str) -> str:
        """One of a closed list of words."""
        known = list(options)
        value = self.text(key, default)
        if value not in known:
            self.fault(key, f"{value!r} is no {key}", suggestion(value, known))
            return default if default in known else known[0]
        return value

    def table(self, key: str) -> Reader:
        """A table inside this one; empty where it is missing or no table."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.fault(key, f"{key} must be a table, not {_kind(value)}")
            value = {}
        return Reader(self.source, value, (*self.address, key), self.problems)

    def tables(self, key: str) -> list[Reader]:
        """An array of tables inside this one."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(key, f"{key} must be an array of tables", f"write [[{_dotted((*self.address, key))}]]")
            return []
        return [
            Reader(self.source, item, (*self.address, key, number), self.problems) for number, item in enumerate(value)
        ]

    def mapping(self, key: str, make: Callable[[Reader, str], tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        """A table of name → list of strings."""
        inner = self.table(key)
        return {name: make(inner, name) for name in inner.data}


def _kind(value: object) -> str:
    names = {
        bool: "a boolean",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date" if hasattr(value, "isoformat") else type(value).__name__)


def _dotted(address: tuple[str | int, ...]) -> str:
    return ".".join(part for part in address if isinstance(part, str))
