"""Stage four: a figure with its context becomes a claim."""

from __future__ import annotations

from claimcheck.claims.build import build

__all__ = ["build"]
