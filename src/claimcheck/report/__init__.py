"""Stage seven: findings for people and for machines; one output format a file."""

from claimcheck.report.model import Report, RuleNote

__all__ = ["Report", "RuleNote"]
