"""Front matter: TOML between lines of ``+++``, or the scalars of YAML between lines of ``---``."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import tomllib
from typing import Any

from claimcheck.errors import ReadError

__all__ = ["front_matter", "front_matter_end"]

_FENCE = re.compile(r"(?P<mark>\+\+\+|---)[ \t]*(?:\r\n?|\n)")
_END = {
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
}
_YAML_LINE = re.compile(r"([A-Za-z_][\w .-]{0,60}?)[ \t]*:(?:[ \t]+(.*))?")
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")
_FIELDS = ("title", "author", "publisher")
_DATES = ("published", "date")


def front_matter_end(text: str) -> int:
    """The offset just after the front matter's last line, 0 where there is none."""
    found = _bounds(text)
    return found[3] if found else 0


def front_matter(text: str, path: str) -> dict[str, Any]:
    """The fields of :class:`Document` that the front matter gives.

    A date that is only known to the month or the year becomes its last day, which is what relative expressions are
    counted from, and stays as written in ``attributes``. Malformed TOML raises :class:`ReadError`; YAML of any other
    shape than ``key: scalar`` is passed over, for many sites put programs there.
    """
    found = _bounds(text)
    if found is None:
        return {}
    mark, start, end, _ = found
    body = text[start:end]
    values = _toml(body, path) if mark == "+++" else _yaml(body)
    fields: dict[str, Any] = {}
    rest: list[tuple[str, str]] = []
    for key, value in values.items():
        name = key.strip().lower()
        if name in _FIELDS and isinstance(value, str | list):
            fields[name] = ", ".join(str(part) for part in value) if isinstance(value, list) else value.strip() or None
        elif name in _DATES:
            day, partial = _date(value)
            if day is not None and (name == "published" or "published" not in fields):
                fields["published"] = day
            if partial is not None:
                rest.append(("published", partial))
            elif day is None and value not in ("", None):
                rest.append((name, str(value)))
        elif isinstance(value, str | int | float | bool | dt.date | dt.time):
            rest.append((key.strip(), str(value)))
    if rest:
        fields["attributes"] = tuple(rest)
    return fields


def _bounds(text: str) -> tuple[str, int, int, int] | None:
    """The fence, where the body starts and ends, and where the line after the closing fence starts."""
    opening = _FENCE.match(text)
    if opening is None:
        return None
    mark = opening["mark"]
    closing = _END[mark].search(text, opening.end())
    if closing is None:
        return None
    body = text[opening.end() : closing.start()]
    if mark == "---" and not _looks_yaml(body):
        return None
    end = closing.end()
    if end < len(text):
        end += 1
    return mark, opening.end(), closing.start(), end


def _looks_yaml(body: str) -> bool:
    """Whether the body is front matter rather than text between two rules: its first line names a key."""
    for line in body.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            return _YAML_LINE.fullmatch(line.rstrip()) is not None
    return not body.strip()


def _toml(body: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(body.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise ReadError(
            "front-matter",
            f"front matter is no valid TOML: {error}",
            path=path,
            line=int(line[1]) + 1 if line else 1,
            hint="mend it, or remove the lines between the +++ marks",
        ) from None


def _yaml(body: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for line in body.splitlines():
        match = _YAML_LINE.fullmatch(line.rstrip())
        if match is None:
            continue
        value = (match[2] or "").strip()
        if value[:1] in {'"', "'"} and len(value) > 1 and value[-1] == value[0]:
            value = value[1:-1]
        else:
            value = re.split(r"\s+#", value)[0].rstrip()
            if value[:1] in {"[", "{", "|", ">", "&", "*", "!"}:
                continue
        if value and not value.startswith("#"):
            values.setdefault(match[1], value)
    return values


def _date(value: object) -> tuple[dt.date | None, str | None]:
    """The day, and the text of a date that is less precise than a day."""
    if isinstance(value, dt.datetime):
        return value.date(), None
    if isinstance(value, dt.date):
        return value, None
    match = _PARTIAL.fullmatch(str(value).strip())
    if match is None:
        return None, None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if day:
            return dt.date(year, month, day), None
        if month:
            return dt.date(year, month, calendar.monthrange(year, month)[1]), f"{year:04}-{month:02}"
        return dt.date(year, 12, 31), f"{year:04}"
    except ValueError:
        return None, None
