"""The year that a yearly report is of: "Annual report 2021", published early in 2022."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.lexicon import load_table
from claimcheck.records import Document

__all__ = ["reported_year"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RANGE = re.compile(r"\d{4}\s*[-–/]\s*\d{2}")


def reported_year(document: Document) -> int | None:
    """The one year that a document's title says it reports on; None where it was published in another than that or the
    next.
    """
    first = document.sections[0] if document.sections else None
    title = document.title or (first.title if first is not None and first.level == 1 else "")
    year = _titled(title or "")
    if year is None or document.published is None:
        return year
    return year if document.published.year in (year, year + 1) else None


@lru_cache(64)
def _titled(title: str) -> int | None:
    words = set(re.findall(r"[a-z]+", title.lower()))
    table = load_table("documents")["yearly"]
    if words.isdisjoint(table["words"]) or words.isdisjoint(table["papers"]) or _RANGE.search(title):
        return None
    years = {int(year) for year in _YEAR.findall(title)}
    return years.pop() if len(years) == 1 else None
