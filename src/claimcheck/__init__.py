"""claimcheck: a linter for facts and figures.

It reads documents, turns every numeric and dated claim in them into a typed record that points at its exact
characters, and says where sources agree, where they contradict each other, and why:

    >>> import claimcheck
    >>> documents = [claimcheck.read("brief.md"), claimcheck.read("report.md")]  # doctest: +SKIP
    >>> for finding in claimcheck.check(documents).findings:  # doctest: +SKIP
    ...     print(finding.relation, finding.message)

The public names are loaded when they are first used, so that ``import claimcheck`` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck import errors
    from claimcheck.packs import RuleSet, load_rules
    from claimcheck.pipeline import check, extract
    from claimcheck.read import read
    from claimcheck.records import (
        Claim,
        Document,
        Finding,
        Granularity,
        Kind,
        Modifier,
        Outcome,
        Place,
        Quantity,
        Reason,
        Relation,
        Section,
        Severity,
        Skip,
        Span,
        Status,
        TimeSpan,
    )
    from claimcheck.report import Report

__all__ = [
    "Claim",
    "Document",
    "Finding",
    "Granularity",
    "Kind",
    "Modifier",
    "Outcome",
    "Place",
    "Quantity",
    "Reason",
    "Relation",
    "Report",
    "RuleSet",
    "Section",
    "Severity",
    "Skip",
    "Span",
    "Status",
    "TimeSpan",
    "__version__",
    "check",
    "errors",
    "extract",
    "load_rules",
    "read",
]

_HOMES = {
    "check": "claimcheck.pipeline",
    "extract": "claimcheck.pipeline",
    "read": "claimcheck.read",
    "load_rules": "claimcheck.packs",
    "RuleSet": "claimcheck.packs",
    "Report": "claimcheck.report",
}
_SHADOWED = ("extract", "read")


def __getattr__(name: str) -> Any:
    if name.startswith("_") or name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "errors":
        return import_module("claimcheck.errors")
    value = getattr(import_module(_HOMES.get(name, "claimcheck.records")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    """Keeps ``claimcheck.read`` and ``claimcheck.extract`` the functions that they are documented to be.

    Importing the stages of the same names binds the sub-packages to those attributes of this module, over
    the functions; the setter lets those assignments pass without effect. ``from claimcheck.extract.tokens
    import …`` does not look at the attribute and works as ever.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _SHADOWED and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
