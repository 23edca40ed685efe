#!/usr/bin/env python3
"""Runs one extractor of quantities or dates in a process of its own; started by the benchmarks, not by hand.

    python peer_worker.py NAME speed < REQUEST     REQUEST: {"paragraphs": [...], "budget": seconds}
    python peer_worker.py NAME find < REQUEST      REQUEST: {"texts": [...], "anchors": [... or null]}

Prints one line of JSON. It needs nothing but the extractor itself, so that it runs in any virtual environment. A find
is ``{"kind", "start", "end", "low", "high", "unit", "date"}``: ``kind`` is ``number``, ``money``, ``measure``,
``duration``, ``percent``, ``age`` or ``date``; ``start`` is null where the extractor gives no position; ``date`` is
the first day.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import time
import warnings
from typing import Any

Find = dict[str, Any]
Anchor = dt.date | None


def found(
    kind: str, start: int | None, end: int | None, low: Any = None, high: Any = None, unit: str = "", date: str = ""
) -> Find:
    return {"kind": kind, "start": start, "end": end, "low": low, "high": high, "unit": unit, "date": date}


def number(text: Any) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def moment(anchor: Anchor) -> dt.datetime:
    return dt.datetime(anchor.year, anchor.month, anchor.day, 12) if anchor else dt.datetime(2021, 12, 10, 12)


class Quantulum3:
    """Quantities with units; the uncertainty is half the width of a range."""

    def __init__(self) -> None:
        from quantulum3 import parser

        self.parser = parser

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        result = []
        for one in self.parser.parse(text):
            entity = one.unit.entity.name
            kind = {"dimensionless": "number", "currency": "money", "time": "duration"}.get(entity, "measure")
            kind = "percent" if one.unit.name == "percentage" else kind
            wide = one.uncertainty or 0
            result.append(found(kind, *one.span, one.value - wide, one.value + wide, one.unit.name))
        return result


class Recognizers:
    """Microsoft Recognizers-Text: numbers, ordinals, currencies, dimensions, dates and durations."""

    RANGE = re.compile(r"([\[(])(-?[\d.Ee+]*),(-?[\d.Ee+]*)([\])])")
    TIMEX = re.compile(r"P(T?)([\d.]+)([YMWDHS])")
    UNITS: dict[tuple[str, str], str] = {  # noqa: RUF012
        ("", "Y"): "year", ("", "M"): "month", ("", "W"): "week", ("", "D"): "day",
        ("T", "H"): "hour", ("T", "M"): "minute", ("T", "S"): "second",
    }  # fmt: skip

    DEGREES: dict[str, str] = {"C": "degree_Celsius", "F": "degree_Fahrenheit", "K": "kelvin"}  # noqa: RUF012

    def __init__(self) -> None:
        from recognizers_date_time import recognize_datetime
        from recognizers_number import recognize_number, recognize_percentage
        from recognizers_number_with_unit import (
            recognize_age,
            recognize_currency,
            recognize_dimension,
            recognize_temperature,
        )

        self.number, self.percentage, self.datetime = recognize_number, recognize_percentage, recognize_datetime
        self.units = (
            ("money", recognize_currency),
            ("measure", recognize_dimension),
            ("measure", recognize_temperature),
            ("age", recognize_age),
        )

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        result = []
        for one in self.number(text, "en-us"):
            value = number(one.resolution["value"])
            result.append(found("number", one.start, one.end + 1, value, value))
        for one in self.percentage(text, "en-us"):
            value = number(str(one.resolution["value"]).rstrip("%"))
            result.append(found("percent", one.start, one.end + 1, value, value, "percent"))
        for kind, recognise in self.units:
            for one in recognise(text, "en-us"):
                value = number(one.resolution["value"])
                unit = one.resolution.get("unit") or ""
                unit = self.DEGREES.get(unit, unit.lower())
                result.append(found(kind, one.start, one.end + 1, value, value, unit))
        for one in self.datetime(text, "en-us", reference=moment(anchor)):
            values = (one.resolution or {}).get("values") or []
            for value in values[-1:]:
                if value.get("type") == "duration":
                    length = self.TIMEX.fullmatch(value.get("timex", ""))
                    if length is not None:
                        unit = self.UNITS.get((length[1], length[3]), "second")
                        value = number(length[2])
                    else:
                        unit, value = "second", number(value.get("value"))
                    result.append(found("duration", one.start, one.end + 1, value, value, unit))
                elif str(value.get("type", "")).startswith("date"):
                    first = str(value.get("start") or value.get("value") or value.get("end") or "")[:10]
                    result.append(found("date", one.start, one.end + 1, date=first))
        return result


class TextToNum:
    """text2num: number words in a stream of words."""

    class Word:
        def __init__(self, text: str) -> None:
            self._text = text

        def text(self) -> str:
            return self._text

        def nt_separated(self, previous: Any) -> bool:
            return False

        def not_a_number_part(self) -> bool:
            return False

    WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")

    def __init__(self) -> None:
        from text_to_num import find_numbers

        self.search = find_numbers

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        words = list(self.WORD.finditer(text))
        result = []
        for one in self.search([self.Word(word.group()) for word in words], "en", 0):
            value = number(str(one.value).replace(",", "")) if one.value is not None else None
            result.append(found("number", words[one.start].start(), words[one.end - 1].end(), value, value))
        return result


class PriceParser:
    """price-parser: the one price of a text."""

    def __init__(self) -> None:
        from price_parser import Price

        self.price = Price

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        price = self.price.fromstring(text)
        if price.amount is None:
            return []
        value = float(price.amount)
        at = text.find(price.amount_text) if price.amount_text else -1
        if at < 0:
            return [found("money", None, None, value, value, price.currency or "")]
        return [found("money", at, at + len(price.amount_text), value, value, price.currency or "")]


class NumberParser:
    """number-parser: rewrites number words as digits, in a text without positions."""

    DIGITS = re.compile(r"\d+(?:[,.]\d+)*")

    def __init__(self) -> None:
        from number_parser import parse

        self.parse = parse

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        result = []
        for one in self.DIGITS.findall(self.parse(text, language="en")):
            value = number(one.replace(",", ""))
            result.append(found("number", None, None, value, value))
        return result


class Dateparser:
    """dateparser.search: dates in a text, in English."""

    def __init__(self) -> None:
        from dateparser.search import search_dates

        self.search = search_dates

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        settings = {"RELATIVE_BASE": moment(anchor)}
        result, at = [], 0
        for surface, value in self.search(text, languages=["en"], settings=settings) or ():
            start = text.find(surface, at)
            start = text.find(surface) if start < 0 else start
            end = start + len(surface) if start >= 0 else None
            at = end or at
            result.append(found("date", start if start >= 0 else None, end, date=value.date().isoformat()))
        return result


class CtParse:
    """ctparse: the one date, interval or duration of a text."""

    def __init__(self) -> None:
        from ctparse import ctparse

        self.parse = ctparse

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        parsed = self.parse(text, ts=moment(anchor), timeout=2.0, latent_time=False)
        if parsed is None or parsed.resolution is None:
            return []
        one = parsed.resolution
        name = type(one).__name__
        if name == "Duration":
            unit = str(one.unit.value).rstrip("s")
            return [found("duration", one.mstart, one.mend, one.value, one.value, unit)]
        first = one if name == "Time" else getattr(one, "t_from", None) or getattr(one, "t_to", None)
        if first is None or not first.year:
            return []
        day = f"{first.year:04}-{first.month or 1:02}-{first.day or 1:02}"
        return [found("date", one.mstart, one.mend, date=day)]


class Cqe:
    """CQE: quantities with units, bounds and concepts, over spaCy's dependency parses."""

    def __init__(self) -> None:
        from CQE import CQE

        self.parser = CQE.CQE()

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        result = []
        for one in self.parser.parse(text):
            value, change = one.value.value, one.change.change
            low = high = number(value) if isinstance(value, int | float) else None
            if not isinstance(value, int | float) and getattr(value, "lower", None) is not None:
                low, high = number(value.lower), number(value.upper)
            if change == ">":
                high = None
            elif change == "<":
                low = None
            unit = one.unit.norm_unit or ""
            places = [token.idx for token in one.value.span] if one.value.span else []
            start = min(places) if places else None
            end = max(token.idx + len(token) for token in one.value.span) if places else None
            kind = "number"
            if unit and unit != "-":
                entity = str(getattr(one.unit, "unit_category", "") or "")
                kind = {"currency": "money", "time": "duration"}.get(entity, "measure")
            result.append(found(kind, start, end, low, high, str(unit)))
        return result


class SpacySmall:
    """spaCy's small English pipeline, for scale: what an extractor that needs it pays before it begins."""

    def __init__(self) -> None:
        import spacy

        self.model = spacy.load("en_core_web_sm")

    def find(self, text: str, anchor: Anchor) -> list[Find]:
        return [found("number", one.start_char, one.end_char) for one in self.model(text).ents]


PEERS = {
    "quantulum3": Quantulum3,
    "Recognizers-Text": Recognizers,
    "text2num": TextToNum,
    "price-parser": PriceParser,
    "number-parser": NumberParser,
    "dateparser.search": Dateparser,
    "ctparse": CtParse,
    "CQE": Cqe,
    "spaCy small": SpacySmall,
}


def peak_memory() -> float | None:
    """The most memory that the process has held, in MB; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def speed(peer: Any, request: dict[str, Any]) -> dict[str, Any]:
    """Seconds of the processor and bytes, paragraph by paragraph until the text or the budget ends."""
    done = finds = failed = 0
    began, clock = time.process_time(), time.perf_counter()
    for paragraph in request["paragraphs"]:
        try:
            finds += len(peer.find(paragraph, None))
        except Exception:  # a peer that stumbles over a paragraph is timed all the same
            failed += 1
        done += len(paragraph.encode())
        if time.perf_counter() - clock > request["budget"]:
            break
    return {"seconds": time.process_time() - began, "bytes": done, "finds": finds, "failed": failed}


def find(peer: Any, request: dict[str, Any]) -> dict[str, Any]:
    """What is found in each text; null where the extractor raised."""
    result: list[Any] = []
    for text, anchor in zip(request["texts"], request["anchors"], strict=True):
        try:
            result.append(peer.find(text, dt.date.fromisoformat(anchor) if anchor else None))
        except Exception:
            result.append(None)
    return {"finds": result}


def main() -> int:
    warnings.simplefilter("ignore")
    name, work = sys.argv[1:3]
    request = json.load(sys.stdin)
    before = peak_memory()
    began = time.perf_counter()
    peer = PEERS[name]()
    imported = time.perf_counter() - began
    began = time.perf_counter()
    peer.find("On 5 March 2021 it paid $2 million for five km.", None)  # what is loaded at the first call
    first = time.perf_counter() - began
    result = {"import": imported, "first": first, **(speed if work == "speed" else find)(peer, request)}
    result |= {"memory before": before, "memory": peak_memory()}
    sys.stdout.write(json.dumps(result, default=str) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
