"""Stage six: findings, one for each group of claims that a rule has something to say of."""

from claimcheck.findings.judge import judge

__all__ = ["judge"]
