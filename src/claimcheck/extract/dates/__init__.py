"""Dates and periods: how English writes them, and what days they cover.

``find`` takes them from a unit before figures are read, so that no year is taken for a count. Small readers each know
one way of writing (``numeric``, ``spelled``, ``years``, ``parts``, ``relative``), ``evidence`` says when a bare number is a
year, and ``periods`` joins what was read with the words around it.
"""

from __future__ import annotations

from claimcheck.extract.dates.find import find
from claimcheck.extract.dates.habits import date_conventions

__all__ = ["date_conventions", "find"]
