"""Stage three: how figures and dates are written. Units of text in, mentions out.

Later stages need its words and tokens more often than its finders, so these are loaded when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.extract.finders import scan_unit
    from claimcheck.extract.scan import Conventions, Left, Mention, Scan
    from claimcheck.extract.settled import conventions

__all__ = ["Conventions", "Left", "Mention", "Scan", "conventions", "scan_unit"]

_HOMES = {"conventions": "settled", "scan_unit": "finders"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'scan')}"), name)
