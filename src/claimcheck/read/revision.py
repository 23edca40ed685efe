"""A git revision as a tree of files, through the ``git`` program: what it holds and what changed since.

git is called with a list of arguments, never through a shell, with prompts, pagers, hooks' helpers and locks off. All
paths are relative to the top of the working tree, with forward slashes. Works in linked worktrees, with a detached
head, from sub-folders and in shallow clones, where a revision that is not there raises an error that says what to
fetch.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from attrs import define, field, frozen

from claimcheck.errors import ClaimcheckError

__all__ = ["Change", "Entry", "Repository", "RevisionError"]

_OBJECT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = re.compile(r"[0-9a-f]{7,39}")
_TAG = re.compile(r"v?\d+(?:\.|$)")
_LINK, _SUBMODULE = "120000", "160000"
_PLAIN = ("-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "color.ui=false")


class RevisionError(ClaimcheckError):
    """A revision that cannot be read: no repository, no git, no such revision, or not fetched."""


@frozen
class Entry:
    """A regular file of a tree: its path and the id of its content."""

    path: str
    blob: str


@frozen
class Change:
    """A file that differs between two trees; ``before`` or ``after`` is None where it was added or deleted.

    The two paths differ where the file was renamed.
    """

    before: str | None
    after: str | None


@define
class Repository:
    """The working tree around a folder. ``top`` is its real path, without symbolic links."""

    top: Path
    _environment: dict[str, str] = field(factory=dict, repr=False)
    _folders: dict[str, str] = field(factory=dict, repr=False)

    @classmethod
    def around(cls, start: Path) -> Repository:
        """The repository that a path lies in; raises ``RevisionError`` where there is none, or no git."""
        folder = Path(os.path.realpath(start))
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        made = cls(folder, _environment())
        done = made._run(["rev-parse", "--show-toplevel"])
        if done.returncode:
            said = _said(done)
            if "dubious ownership" in said:
                raise RevisionError(
                    "git-ownership",
                    "git refuses this repository because another user owns it",
                    path=str(folder),
                    hint=f"git config --global --add safe.directory {folder}",
                )
            raise RevisionError(
                "no-repository",
                "--base needs a git repository, and there is none here",
                path=str(folder),
                hint="run the command inside a clone, or without --base",
            )
        made.top = Path(os.path.realpath(os.fsdecode(done.stdout.rstrip(b"\n"))))
        return made

    def commit(self, revision: str) -> str:
        """The full id of the commit that a revision names; before the first commit, HEAD is the empty tree.

        Raises ``RevisionError`` with what to fetch where it is not there.
        """
        if not revision or revision.startswith("-"):
            raise RevisionError("bad-revision", f"{revision!r} names no revision", hint="name a branch, tag or commit")
        done = self._run(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"])
        if done.returncode == 0:
            return done.stdout.decode("ascii").split()[-1]
        if revision == "HEAD" and self._run(["rev-parse", "--verify", "--quiet", "HEAD"]).returncode:
            return self._checked(["hash-object", "-t", "tree", "-w", "--stdin"], b"").decode("ascii").strip()
        raise self._missing(revision)

    def merge_base(self, one: str, other: str) -> str:
        """The last common ancestor of two commits; raises ``RevisionError`` where none is known."""
        done = self._run(["merge-base", one, other])
        if done.returncode:
            hint = "git fetch --unshallow" if self.is_shallow() else "compare with a revision of the same history"
            raise RevisionError("no-merge-base", f"{one[:12]} and {other[:12]} have no common ancestor here", hint=hint)
        return done.stdout.decode("ascii").split()[0]

    def is_shallow(self) -> bool:
        """Whether the history was cut off when the repository was cloned."""
        done = self._run(["rev-parse", "--is-shallow-repository"])
        return done.stdout.strip() == b"true"

    def files(self, commit: str) -> list[Entry]:
        """The regular files of a commit in order of path; links and submodules are no files."""
        out = self._checked(["ls-tree", "-r", "-z", "--full-tree", commit])
        found = []
        for line in out.split(b"\0"):
            meta, tab, path = line.partition(b"\t")
            if tab:
                mode, _, blob = meta.decode("ascii").split()
                if mode not in (_LINK, _SUBMODULE):
                    found.append(Entry(os.fsdecode(path), blob))
        return found

    def submodules(self) -> list[str]:
        """The folders of the index that are repositories of their own."""
        out = self._checked(["ls-files", "--stage", "-z", "--full-name", ":/"])
        lines = (line.partition(b"\t") for line in out.split(b"\0"))
        return [os.fsdecode(path) for meta, _, path in lines if meta.startswith(_SUBMODULE.encode())]

    def changes(self, base: str, head: str | None = None) -> list[Change]:
        """What differs between a commit and another one, or the working tree, untracked files left aside."""
        ends = [base] if head is None else [base, head]
        out = self._checked(["diff", "--name-status", "-z", "-M", "--no-ext-diff", "--ignore-submodules", *ends, "--"])
        parts = [os.fsdecode(part) for part in out.split(b"\0")]
        found, at = [], 0
        while at < len(parts) and parts[at]:
            status = parts[at][0]
            if status in "RC":
                before = parts[at + 1] if status == "R" else None
                found.append(Change(before, parts[at + 2]))
                at += 3
                continue
            path = parts[at + 1]
            found.append(Change(None if status == "A" else path, None if status == "D" else path))
            at += 2
        return found

    def differing(self, files: Mapping[str, tuple[str, bytes]]) -> list[str]:
        """Which files of the working tree hold something else than a blob, given as path → (blob, bytes).

        git takes a file for unchanged that has the size and the time which it remembers; this looks at what it holds.
        """
        suspects = [path for path, (blob, data) in files.items() if _blob_id(data, len(blob)) != blob]
        if not suspects or any("\n" in path for path in suspects):
            return suspects
        # Line ends and filters may tell the two apart: git knows what it would store.
        stdin = "".join(f"{path}\n" for path in suspects).encode("utf-8", "surrogateescape")
        done = self._run(["hash-object", "--stdin-paths"], stdin)
        stored = done.stdout.decode("ascii").split()
        if len(stored) != len(suspects):
            return suspects
        return [path for path, blob in zip(suspects, stored, strict=True) if blob != files[path][0]]

    def contents(self, blobs: Sequence[str]) -> dict[str, bytes]:
        """The bytes of blobs by id, in one call of git; raises ``RevisionError`` where one is missing."""
        wanted = list(dict.fromkeys(blobs))
        if not wanted:
            return {}
        out = self._checked(["cat-file", "--batch"], stdin="".join(f"{blob}\n" for blob in wanted).encode("ascii"))
        found: dict[str, bytes] = {}
        at = 0
        for blob in wanted:
            end = out.find(b"\n", at)
            header = out[at:end].split()
            if len(header) != 3 or header[1] != b"blob":
                raise RevisionError(
                    "missing-blob",
                    f"the content {blob[:12]} of the base revision is not in this clone",
                    hint="a partial clone without a network cannot give it; run `git fetch --refetch`",
                )
            size = int(header[2])
            found[blob] = out[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return found

    def inside(self, path: Path) -> str | None:
        """A path relative to the top, links followed, with forward slashes; None where it lies outside."""
        folder, name = os.path.split(os.path.normpath(path))
        if name in ("", ".", "..") or os.path.islink(path):
            real = os.path.realpath(path)
        else:
            if folder not in self._folders:
                self._folders[folder] = os.path.realpath(folder)
            real = os.path.join(self._folders[folder], name)
        top = str(self.top)
        if real == top:
            return "."
        prefix = top if top.endswith(os.sep) else top + os.sep
        return real[len(prefix) :].replace(os.sep, "/") if real.startswith(prefix) else None

    def _missing(self, revision: str) -> RevisionError:
        remotes = {"origin", "upstream", *self._run(["remote"]).stdout.decode("utf-8", "replace").split()}
        fetch = _fetch(revision, remotes)
        if self.is_shallow():
            return RevisionError(
                "base-not-fetched",
                f"the revision {revision!r} is not in this shallow clone",
                hint=f"fetch it first: {fetch}; or fetch everything: git fetch --unshallow"
                " (actions/checkout: fetch-depth: 0)",
            )
        return RevisionError(
            "no-revision",
            f"there is no revision {revision!r} in this clone",
            hint=f"check the spelling, or fetch it: {fetch}",
        )

    def _checked(self, words: Iterable[str], stdin: bytes | None = None) -> bytes:
        words = list(words)
        done = self._run(words, stdin)
        if done.returncode:
            said = _said(done)
            raise RevisionError("git-failed", f"git {words[0]} failed: {said}", path=str(self.top))
        return done.stdout

    def _run(self, words: Sequence[str], stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", *_PLAIN, *words],
                cwd=self.top,
                env=self._environment,
                input=stdin,
                stdin=subprocess.DEVNULL if stdin is None else None,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise RevisionError(
                "no-git", "--base needs the program git, which is not installed", hint="install git"
            ) from None


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_PAGER": "cat",
        "LC_ALL": "C",
    }


def _blob_id(data: bytes, digits: int) -> str:
    made = hashlib.sha1(usedforsecurity=False) if digits == 40 else hashlib.sha256(usedforsecurity=False)
    made.update(b"blob %d\0" % len(data))
    made.update(data)
    return made.hexdigest()


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(done.stderr.decode("utf-8", "replace").split())[:300]


def _fetch(revision: str, remotes: Collection[str]) -> str:
    """The command after which the revision can be named as it was: ``origin/main`` is the branch main of origin."""
    remote, slash, branch = revision.partition("/")
    if slash and remote in remotes:
        return f"git fetch --depth=1 {remote} {branch}:refs/remotes/{remote}/{branch}"
    if re.search(r"[~^@]", revision) or _SHORT.fullmatch(revision):
        return "git fetch --deepen=50"
    if _OBJECT.fullmatch(revision) or revision.startswith("refs/"):
        return f"git fetch --depth=1 origin {revision}" + (f":{revision}" if revision.startswith("refs/") else "")
    if _TAG.match(revision):
        return f"git fetch --depth=1 origin tag {revision}"
    return f"git fetch --depth=1 origin {revision}:{revision}"
