"""Dates and periods: how English writes them, and what days they cover.

``find`` takes them from a unit before figures are read, so that no year is taken for a count. Small readers each know
one way of writing (``numeric``, ``spelled``, ``months``, ``years``, ``parts``, ``relative``, ``counted``, ``weekdays``,
``foreign``), ``evidence`` says when a bare number is a year, ``boundaries`` and ``joining`` read the words around a
date, and ``periods`` records what all of it means.
"""

from __future__ import annotations

from claimcheck.extract.dates.finder import find
from claimcheck.extract.dates.habits import date_conventions, dots_are_dates

__all__ = ["date_conventions", "dots_are_dates", "find"]
