"""A project's settings: where they are looked for, what they may say, and where each value came from.

Settings stand in ``claimcheck.toml``, or in ``[tool.claimcheck]`` of ``pyproject.toml``. The nearest file
at or above the folder where the command was started counts, ``claimcheck.toml`` before ``pyproject.toml``
in the same folder; files are not merged. Paths in them are relative to the file. Everything is checked
before any work begins.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError, ConfigError
from claimcheck.records import Severity

__all__ = ["PathSetting", "RuleSetting", "Settings", "find_config", "load_settings"]

DEFAULT = "default"
_OWN, _PYPROJECT = "claimcheck.toml", "pyproject.toml"


@frozen
class RuleSetting:
    """What a project changes about one rule; None leaves a value as the pack gives it.

    The tolerances, as written, are shares (``approx``, ``relative``: 0.1 is ten per cent) and an amount
    in the figures' own unit (``absolute``).
    """

    enabled: bool = True
    severity: Severity | None = None
    approx: str | None = None
    relative: str | None = None
    absolute: str | None = None


@frozen
class PathSetting:
    """What holds for some files only: those that one of the patterns of ``match`` names.

    ``history`` says that they tell of the past, so that their figures are never stale; ``ignore`` names rules
    whose findings they have no part in.
    """

    match: tuple[str, ...]
    history: bool = False
    ignore: tuple[str, ...] = ()


@frozen
class Settings:
    """The effective settings of a run; ``origins`` names file and key of each that is not the default.

    ``rules`` holds further rule packs (folders or files), ``include`` and ``exclude`` patterns in the syntax of
    ``.gitignore``, ``baseline`` the file of known findings, ``rates`` that of rates of exchange, ``files`` what holds
    for some files only, and ``rule`` the changes to single rules by id.
    """

    rules: tuple[Path, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    fail_on: Severity = Severity.ERROR
    baseline: Path | None = None
    rates: Path | None = None
    files: tuple[PathSetting, ...] = ()
    rule: Mapping[str, RuleSetting] = field(factory=lambda: MappingProxyType({}))
    path: Path | None = None
    origins: Mapping[str, str] = field(factory=lambda: MappingProxyType({}), repr=False)

    def origin(self, name: str) -> str:
        """Where a setting's value came from: ``default``, or a file with the key in it."""
        return self.origins.get(name, DEFAULT)


def find_config(start: Path) -> Path | None:
    """The settings file at or above a folder, or None; ``pyproject.toml`` counts if it has our table."""
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / _OWN).is_file():
            return folder / _OWN
        if (folder / _PYPROJECT).is_file() and _has_table(folder / _PYPROJECT):
            return folder / _PYPROJECT
    return None


def load_settings(start: Path, path: Path | None = None) -> Settings:
    """The settings for a command started in ``start``; ``path`` names a file instead of searching.

    Raises ``ConfigError`` with the file, the line and the key for TOML that cannot be parsed, a key that
    does not exist or a value of the wrong kind, and where ``path`` cannot be read.
    """
    found = path or find_config(start)
    if found is None:
        return Settings()
    text = _text(found)
    data = _parse(text, found)
    prefix = ""
    if found.name == _PYPROJECT:
        data, prefix = data.get("tool", {}).get("claimcheck", {}), "tool.claimcheck."
    return _Reader(found, text, prefix).settings(data)


def _has_table(path: Path) -> bool:
    text = _text(path)
    if "claimcheck" not in text:  # a fault in a file that never names us is none of our business
        return False
    tool = _parse(text, path).get("tool")
    return isinstance(tool, dict) and "claimcheck" in tool


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(
            "config-unreadable",
            f"the settings cannot be read: {error.strerror or error}",
            path=str(path),
            hint="check the path and its permissions",
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(
            "config-not-utf-8",
            "the settings are not valid UTF-8",
            path=str(path),
            hint="save the file as UTF-8",
        ) from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise ConfigError(
            "config-syntax",
            f"this is not valid TOML: {message[:1].lower()}{message[1:]}",
            path=str(path),
            line=int(found[1]) if found else text.rstrip().count("\n") + 1,
            hint="mend the line",
        ) from None


@frozen
class _Reader:
    """Checks one file's table key by key; the first fault is raised with its line."""

    path: Path
    text: str
    prefix: str

    def settings(self, data: object) -> Settings:
        table = self._table(data, "", "claimcheck")
        known: dict[str, Callable[[object, str], Any]] = {
            "rules": self._paths,
            "include": self._patterns,
            "exclude": self._patterns,
            "respect-gitignore": self._flag,
            "fail-on": self._severity,
            "baseline": self._path,
            "rates": self._path,
            "files": self._files,
            "rule": self._rule_table,
        }
        self._only(table, known, "")
        values = {key.replace("-", "_"): known[key](value, key) for key, value in table.items()}
        origins = {key.replace("-", "_"): f"{self.path}: {self.prefix}{key}" for key in table}
        return Settings(**values, path=self.path, origins=MappingProxyType(origins))

    def _files(self, value: object, key: str) -> tuple[PathSetting, ...]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self._fault(key, f"must be a list of tables, not {_shown(value)}", "write [[files]] above each")
        return tuple(self._file(one, f"{key}[{at}]") for at, one in enumerate(value))

    def _file(self, table: dict[str, Any], key: str) -> PathSetting:
        known: dict[str, Callable[[object, str], Any]] = {
            "match": self._patterns,
            "history": self._flag,
            "ignore": self._texts,
        }
        self._only(table, known, f"{key}.")
        if not table.get("match"):
            raise self._fault(key, "lacks match, the patterns of its files", 'write match = ["news/*.md"]')
        return PathSetting(**{name: known[name](one, f"{key}.{name}") for name, one in table.items()})

    def _rule_table(self, value: object, key: str) -> Mapping[str, RuleSetting]:
        table = self._table(value, key, "rule")
        return MappingProxyType({id: self._rule(one, f"{key}.{id}") for id, one in table.items()})

    def _rule(self, value: object, key: str) -> RuleSetting:
        table = self._table(value, key, "rule")
        known: dict[str, Callable[[object, str], Any]] = {
            "enabled": self._flag,
            "severity": self._severity,
            "tolerance": self._table_of_shares,
        }
        self._only(table, known, f"{key}.")
        read = {name: known[name](one, f"{key}.{name}") for name, one in table.items()}
        return RuleSetting(**{**read.pop("tolerance", {}), **read})

    def _table_of_shares(self, value: object, key: str) -> dict[str, str]:
        table = self._table(value, key, "tolerance")
        self._only(table, dict.fromkeys(("approx", "relative", "absolute")), f"{key}.")
        return {name: self._share(one, f"{key}.{name}") for name, one in table.items()}

    def _share(self, value: object, key: str) -> str:
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
            raise self._fault(key, f"must be a number that is not negative, not {_shown(value)}")
        return str(value)

    def _table(self, value: object, key: str, what: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._fault(key or what, f"must be a table, not {_shown(value)}")
        return value

    def _flag(self, value: object, key: str) -> bool:
        if not isinstance(value, bool):
            raise self._fault(key, f"must be true or false, not {_shown(value)}")
        return value

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self._fault(key, f"must be a list of texts, not {_shown(value)}", 'write ["one", "two"]')
        return tuple(value)

    def _patterns(self, value: object, key: str) -> tuple[str, ...]:
        from claimcheck.read.patterns import compiled

        patterns = self._texts(value, key)
        try:
            compiled(patterns)
        except ClaimcheckError as error:
            raise self._fault(key, error.message, error.hint) from None
        return patterns

    def _path(self, value: object, key: str) -> Path:
        if not isinstance(value, str) or not value:
            raise self._fault(key, f"must be a path, not {_shown(value)}")
        return self.path.parent / value

    def _paths(self, value: object, key: str) -> tuple[Path, ...]:
        return tuple(self.path.parent / one for one in self._texts(value, key))

    def _severity(self, value: object, key: str) -> Severity:
        names = [severity.value for severity in Severity]
        if not isinstance(value, str) or value not in names:
            raise self._fault(key, f"must be one of {', '.join(names)}, not {_shown(value)}")
        return Severity(value)

    def _only(self, table: Mapping[str, Any], known: Mapping[str, Any], prefix: str) -> None:
        for name in table:
            if name not in known:
                near = get_close_matches(name, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
                raise self._fault(f"{prefix}{name}", "there is no such setting", hint)

    def _fault(self, key: str, message: str, hint: str = "") -> ConfigError:
        full = f"{self.prefix}{key}"
        return ConfigError(
            "config-value",
            f"{full}: {message}",
            path=str(self.path),
            line=self._line(key),
            hint=hint or "docs/cli.md lists the settings",
        )

    def _line(self, key: str) -> int:
        """The line that holds a key: the first that assigns its last part, or opens a table of that name."""
        last = re.escape(re.sub(r"\[\d+\]$", "", key).rpartition(".")[2])
        pattern = rf"""^\s*(?:["']?{last}["']?\s*=|\[.*\b{last}["']?\s*\]|.*[{{,.]\s*["']?{last}["']?\s*=)"""
        match = re.search(pattern, self.text, re.MULTILINE)
        return self.text.count("\n", 0, match.end()) + 1 if match else 0


def _shown(value: object) -> str:
    kinds = {
        bool: "true or false",
        str: "a text",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    shown = repr(value)
    return shown if len(shown) <= 40 else kinds.get(type(value), "that")
