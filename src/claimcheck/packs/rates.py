"""Rates of exchange from a file of the user's, by which money of different currencies is compared.

TOML: ``base`` is the currency in which the rates are given, a table for each other currency maps days, months or years
to what one unit of it is worth::

    base = "USD"
    tolerance = 0.02

    [EUR]
    2016 = 1.107
    2017-06 = 1.123

CSV: a header ``currency,date,rate,base``, and a row for each rate; all rows have one base.
"""

from __future__ import annotations

import calendar
import csv
import datetime as dt
import io
import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from attrs import field, frozen

from claimcheck.errors import PackError
from claimcheck.packs.schema import Reader
from claimcheck.packs.source import Source, read_source

__all__ = ["Rate", "Rates", "load_rates"]

_CODE = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_COLUMNS = ("currency", "date", "rate", "base")
_LARGEST = 4 << 20
TOLERANCE = Fraction(1, 50)
"""The share by which a converted figure may be off, unless the file says otherwise."""


@frozen(order=True)
class Rate:
    """What one unit of a currency was worth in the base, from a day to a day."""

    first: dt.date
    last: dt.date
    value: Fraction

    @property
    def days(self) -> int:
        """How long it holds: a day's rate goes before a month's, and that before a year's."""
        return (self.last - self.first).days


@frozen(eq=False)
class Rates:
    """All rates of a file."""

    base: str
    of: Mapping[str, tuple[Rate, ...]] = field(repr=False)
    tolerance: Fraction = TOLERANCE
    path: str = ""

    @property
    def key(self) -> str:
        """A text that is another one where any rate is."""
        rates = [
            (name, *map(str, (one.first, one.last, one.value))) for name in sorted(self.of) for one in self.of[name]
        ]
        return repr((self.base, str(self.tolerance), rates))

    def between(self, of: str, to: str, first: dt.date, last: dt.date) -> tuple[Fraction, Fraction] | None:
        """The least and the most that one unit of a currency was worth in another over a time; None if unknown."""
        above, below = self._worth(of, first, last), self._worth(to, first, last)
        if above is None or below is None:
            return None
        return above[0] / below[1], above[1] / below[0]

    def _worth(self, currency: str, first: dt.date, last: dt.date) -> tuple[Fraction, Fraction] | None:
        if currency == self.base:
            return Fraction(1), Fraction(1)
        known = self.of.get(currency, ())
        around = [one for one in known if one.first <= first and last <= one.last]
        if around:
            best = min(around, key=lambda one: one.days)
            return best.value, best.value
        within = [one for one in known if one.first <= last and first <= one.last]
        years = {year for one in within for year in range(one.first.year, one.last.year + 1)}
        if not within or not set(range(first.year, last.year + 1)) <= years:
            return None
        return min(one.value for one in within), max(one.value for one in within)


def load_rates(path: Path) -> Rates:
    """The rates of a TOML or CSV file; raises PackError with every fault's file and line."""
    problems: list[PackError] = []
    if not path.is_file():
        hint = "check the path and its permissions"
        raise PackError("unreadable-rates", "there is no such file of rates", path=str(path), hint=hint)
    rates = _from_csv(path, problems) if path.suffix.lower() == ".csv" else _from_toml(read_source(path), problems)
    if problems:
        first = problems[0]
        raise PackError(
            first.code, first.message, path=first.path, line=first.line, hint=first.hint, problems=tuple(problems)
        )
    return rates


def _from_toml(source: Source, problems: list[PackError]) -> Rates:
    reader = Reader(source, source.data, (), problems)
    reader.require(("base",), "the file of rates")
    base = reader.text("base")
    if base and not _CODE.fullmatch(base):
        reader.fault("base", f"{base!r} is no currency", 'write its ISO 4217 code, such as "USD"', "rates-currency")
    tolerance = reader.number("tolerance", least=0, most=1)
    table: dict[str, tuple[Rate, ...]] = {}
    for name in reader.data:
        if name in ("base", "tolerance"):
            continue
        if not _CODE.fullmatch(name) or name == base:
            what = "is the base itself" if name == base else "is no currency"
            reader.fault(name, f"{name!r} {what}", "write a table of rates for each other currency", "rates-currency")
            continue
        inner = reader.table(name)
        made = [_rate(inner, key) for key in inner.data]
        table[name] = tuple(sorted(one for one in made if one is not None))
    room = TOLERANCE if tolerance is None else Fraction(tolerance)
    return Rates(base, table, room, str(source.path))


def _rate(reader: Reader, key: str) -> Rate | None:
    span = _span(key)
    if span is None:
        reader.fault(key, f"{key!r} is no day, month or year", "write 2016, 2016-05 or 2016-05-31", "rates-date")
        return None
    value = reader.number(key, least=0)
    if value is None or not Fraction(value):
        if value is not None:
            reader.fault(key, f"{key} is {value}, but a rate is above 0", "", "rates-value")
        return None
    return Rate(*span, Fraction(value))


def _span(text: str) -> tuple[dt.date, dt.date] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day is not None:
        return first, first
    if month is not None:
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return first, first.replace(month=12, day=31)


def _from_csv(path: Path, problems: list[PackError]) -> Rates:
    def fault(line: int, code: str, message: str, hint: str = "") -> None:
        problems.append(PackError(code, message, path=str(path), line=line, hint=hint))

    rows = csv.DictReader(io.StringIO("\n".join(_text(path).splitlines()), newline=""))
    if tuple(sorted(one.strip() for one in rows.fieldnames or ())) != tuple(sorted(_COLUMNS)):
        fault(1, "rates-columns", "the columns are not those of a file of rates", f"write {','.join(_COLUMNS)}")
        return Rates("", {})
    rows.fieldnames = [one.strip() for one in rows.fieldnames or ()]
    base = ""
    table: dict[str, list[Rate]] = {}
    for row in rows:
        line = rows.line_num
        cells: dict[str, Any] = {name: (row.get(name) or "").strip() for name in _COLUMNS}
        base = base or cells["base"]
        for name in ("currency", "base"):
            if not _CODE.fullmatch(cells[name]):
                fault(line, "rates-currency", f"{name}: {cells[name]!r} is no currency", "write its ISO 4217 code")
        if cells["base"] != base:
            fault(line, "rates-base", f"base: {cells['base']!r} after {base!r}", "give all rates in one currency")
        span, value = _span(cells["date"]), _number(cells["rate"])
        if span is None:
            fault(line, "rates-date", f"date: {cells['date']!r} is no day, month or year", "write 2016 or 2016-05-31")
        if value is None:
            fault(line, "rates-value", f"rate: {cells['rate']!r} is no number above 0")
        if span is not None and value is not None:
            table.setdefault(cells["currency"], []).append(Rate(*span, value))
    return Rates(base, {name: tuple(sorted(rates)) for name, rates in table.items()}, path=str(path))


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) > _LARGEST:
            raise PackError("large-rates", "the file is larger than 4 MB", path=str(path), hint="leave out old rates")
        return raw.decode("utf-8-sig")
    except OSError as error:
        message = f"cannot read the rates: {error.strerror or error}"
        hint = "check the path and its permissions"
        raise PackError("unreadable-rates", message, path=str(path), hint=hint) from None
    except UnicodeDecodeError:
        raise PackError("rates-encoding", "the file is not UTF-8", path=str(path), hint="save it as UTF-8") from None


def _number(text: str) -> Fraction | None:
    if not re.fullmatch(r"\d{1,18}(?:\.\d{1,18})?", text):
        return None
    value = Fraction(text)
    return value if value else None
