"""Rules are data: packs of TOML files, strictly checked, merged into one ``RuleSet``."""

from claimcheck.packs.load import load_rules, shipped_packs
from claimcheck.packs.model import Example, Fact, Pack, Rule, RuleSet, Selector, Tolerance

__all__ = [
    "Example",
    "Fact",
    "Pack",
    "Rule",
    "RuleSet",
    "Selector",
    "Tolerance",
    "load_rules",
    "shipped_packs",
]
