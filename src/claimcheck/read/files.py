"""Which files to read: walks folders, honours ignore files, and says what it left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.lexicon import load_table
from claimcheck.read.formats import TEXT_SUFFIXES
from claimcheck.read.patterns import compiled, is_pattern
from claimcheck.records import Skip

if TYPE_CHECKING:
    from pathspec import PathSpec

__all__ = ["find_files", "is_aside"]

# Folders that hold other people's text or build output, and never a project's own documents.
_NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})


def is_aside(folders: Iterable[str], name: str) -> bool:
    """Whether a file below a walked folder is read by tests and no documentation; a README always is some."""
    aside = _aside()
    return any(folder.lower() in aside for folder in folders) and name.lower().split(".")[0] != "readme"


@cache
def _aside() -> frozenset[str]:
    return frozenset(load_table("documents")["aside"]["folders"])


def find_files(
    paths: Iterable[str | os.PathLike[str]], *, exclude: Iterable[str] = (), honour_ignore: bool = True
) -> tuple[list[Path], list[Skip]]:
    """See :func:`claimcheck.read.find_files`."""
    patterns = tuple(exclude)
    files: dict[str, Path] = {}
    skips: list[Skip] = []
    for given in paths:
        path = Path(given)
        name = os.fspath(given)
        if path.is_dir():
            before = len(files)
            for file in _walk(path, patterns, honour_ignore, skips):
                files.setdefault(_key(file), file)
            if len(files) == before and not any(_within(file, path) for file in files.values()):
                skips.append(Skip(name, _nothing(), None, "empty-folder"))
        elif path.exists():
            files.setdefault(_key(path), path)
        elif path.is_symlink():
            skips.append(Skip(name, "this link leads nowhere; mend or remove it", None, "missing"))
        else:
            skips.append(Skip(name, "no such file or folder; check the spelling of the path", None, "missing"))
    return list(files.values()), skips


def _nothing() -> str:
    return f"this folder holds no text to read (looked for {', '.join(sorted(TEXT_SUFFIXES))})"


def _key(path: Path) -> str:
    return os.path.realpath(path)


def _within(file: Path, folder: Path) -> bool:
    return file.is_relative_to(folder)


def _walk(root: Path, patterns: tuple[str, ...], honour_ignore: bool, skips: list[Skip]) -> Iterator[Path]:
    """The textual files under a folder in order of name; a linked folder is entered once only."""
    excluded = compiled(patterns) if patterns else None
    outer = _outer_rules(root) if honour_ignore else []
    visited: set[str] = set()

    def descend(folder: Path, rules: list[tuple[Path, PathSpec[Any]]]) -> Iterator[Path]:
        real = os.path.realpath(folder)
        if real in visited:
            return
        visited.add(real)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            reason = f"this folder cannot be read: {error.strerror or error}"
            skips.append(Skip(str(folder), reason, None, "unreadable-folder"))
            return
        if honour_ignore:
            here = _ignore_file(folder)
            if here is not None:
                rules = [*rules, (folder.absolute(), here)]
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _NEVER:
                continue
            path = folder / entry.name
            try:
                is_folder = entry.is_dir()
                is_file = entry.is_file()
            except OSError:
                continue
            if not is_folder and not (is_file and path.suffix.lower() in TEXT_SUFFIXES):
                continue
            if _ignored(path.absolute(), is_folder, rules):
                continue
            if excluded is not None and _matches(excluded, path.relative_to(root), is_folder):
                continue
            if is_folder:
                yield from descend(path, rules)
            elif not is_aside(path.relative_to(root).parent.parts, path.name):
                yield path

    yield from descend(root, outer)


def _ignored(path: Path, is_folder: bool, rules: list[tuple[Path, PathSpec[Any]]]) -> bool:
    """The last ignore file that says anything about the path decides, the nearest one last."""
    ignored = False
    for base, spec in rules:
        verdict = spec.check_file(f"{path.relative_to(base).as_posix()}{'/' if is_folder else ''}").include
        if verdict is not None:
            ignored = verdict
    return ignored


def _matches(spec: PathSpec[Any], path: Path, is_folder: bool) -> bool:
    return spec.match_file(f"{path.as_posix()}{'/' if is_folder else ''}")


def _outer_rules(root: Path) -> list[tuple[Path, PathSpec[Any]]]:
    """The ignore files above a folder, up to the top of its working tree."""
    here = root.absolute()
    chain: list[Path] = []
    if not (here / ".git").exists():
        for parent in here.parents:
            chain.append(parent)
            if (parent / ".git").exists():
                break
        else:
            return []
    rules = []
    for folder in reversed(chain):
        spec = _ignore_file(folder)
        if spec is not None:
            rules.append((folder, spec))
    return rules


def _ignore_file(folder: Path) -> PathSpec[Any] | None:
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return compiled(line for line in text.splitlines() if is_pattern(line))
