"""The command line: one command a file, loaded when it is called; no logic."""

from claimcheck.cli.root import main

__all__ = ["main"]
