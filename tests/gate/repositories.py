"""Real git histories in a temporary folder."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen
from click.testing import CliRunner

from claimcheck.cli.root import cli

__all__ = ["Run", "Tree"]

_WHO = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@frozen
class Run:
    """What one run of ``claimcheck check --format json`` said."""

    code: int
    data: dict[str, Any]
    errors: str

    def ends(self, rule: str) -> set[tuple[str, str]]:
        """File and figure of the first end of each finding of a rule."""
        firsts = (one["claims"][0] for one in self.data["findings"] if one["rule"] == rule)
        return {(claim["path"], " ".join(claim["text"].split())) for claim in firsts}

    def serious(self) -> list[dict[str, Any]]:
        return [one for one in self.data["findings"] if one["severity"] != "note"]


class Tree:
    """A working tree under git."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str, cwd: Path | None = None) -> str:
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *words],
            cwd=cwd or self.root, env={**os.environ, **_WHO}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def commit(self, files: Mapping[str, str | bytes | None], message: str = "a change") -> str:
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD")


def check(folder: Path, *words: str) -> Run:
    """Run the command in a folder, in this process."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        done = CliRunner().invoke(cli, ["check", *words, "--format", "json"], standalone_mode=False)
    finally:
        os.chdir(here)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    code = done.return_value if isinstance(done.return_value, int) else done.exit_code
    return Run(code, json.loads(done.stdout), done.stderr)
