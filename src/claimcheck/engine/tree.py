"""The files of a tree to check, on disk or of a git revision, each with its name, its place and its bytes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from claimcheck.errors import ClaimcheckError
from claimcheck.read import find_files
from claimcheck.read.files import is_aside
from claimcheck.read.formats import TEXT_SUFFIXES, file_bytes
from claimcheck.read.patterns import compiled
from claimcheck.records import Skip

if TYPE_CHECKING:
    from pathspec import PathSpec

    from claimcheck.config import Settings
    from claimcheck.read.revision import Repository

__all__ = ["Names", "Source", "Sources", "on_disk", "settings_for", "tracked"]

_NEVER = frozenset({"node_modules", "__pycache__", "site-packages"})


@frozen
class Source:
    """A file: ``id`` as reports name it, ``inside`` its path from the top of the working tree (empty without git)."""

    id: str
    data: bytes = field(repr=False)
    inside: str = ""


@frozen
class Sources:
    """The files that could be read, in order, and what could not."""

    files: tuple[Source, ...]
    skipped: tuple[Skip, ...] = ()


class _Patterns:
    """Patterns of the settings, relative to the folder of the settings' file."""

    def __init__(self, patterns: Iterable[str], base: Path) -> None:
        self._spec: PathSpec[Any] = compiled(patterns)
        self._base = base

    def match(self, id: str) -> bool:
        path = os.path.relpath(os.path.realpath(id), os.path.realpath(self._base))
        return self._spec.match_file(PurePosixPath(*Path(path).parts).as_posix())


def settings_for(settings: Settings) -> tuple[Callable[[str], bool], Callable[[str, str], bool]]:
    """Two questions that the per-path settings answer: does a file tell history, and is a rule ignored in it?"""
    base = settings.path.parent if settings.path is not None else Path()
    listed = [(one, _Patterns(one.match, base)) for one in settings.files]
    known: dict[str, list[int]] = {}

    def matching(id: str) -> list[int]:
        if id not in known:
            known[id] = [at for at, (_, patterns) in enumerate(listed) if patterns.match(id)]
        return known[id]

    return (
        lambda id: any(listed[at][0].history for at in matching(id)),
        lambda id, rule: any(rule in listed[at][0].ignore for at in matching(id)),
    )


def _wanted(settings: Settings) -> Callable[[str], bool]:
    """Whether ``include`` asks for a file; everything is asked for where it is empty."""
    if not settings.include:
        return lambda id: True
    return _Patterns(settings.include, settings.path.parent if settings.path is not None else Path()).match


def on_disk(paths: Sequence[str], settings: Settings, repository: Repository | None = None) -> Sources:
    """The files at the paths, as ``find_files`` finds them; with a repository none of its submodules' files."""
    files, skips = find_files(paths, exclude=settings.exclude, honour_ignore=settings.respect_gitignore)
    named = {os.path.normpath(path) for path in paths}
    wanted = _wanted(settings)
    foreign = tuple(f"{folder}/" for folder in repository.submodules()) if repository is not None else ()
    found: list[Source] = []
    skipped = list(skips)
    for file in files:
        id = str(file)
        if os.path.normpath(id) not in named and not wanted(id):
            continue
        inside = (repository.inside(file) or "") if repository is not None else ""
        if foreign and inside.startswith(foreign):
            continue
        try:
            found.append(Source(id, file_bytes(file), inside))
        except ClaimcheckError as error:
            hint = f" ({error.hint})" if error.hint else ""
            skipped.append(Skip(id, f"{error.message}{hint}", code=error.code))
    return Sources(tuple(found), tuple(skipped))


class Names:
    """From a path in the repository to the name that a report gives it, or None where the arguments leave it out."""

    def __init__(self, paths: Sequence[str], settings: Settings, repository: Repository) -> None:
        self._roots: list[tuple[Path, str]] = []
        for path in paths:
            inside = repository.inside(Path(path))
            if inside is None:
                raise ClaimcheckError(
                    "outside-repository",
                    f"this lies outside the repository {repository.top}",
                    path=path,
                    hint="with --base, give paths of one repository",
                )
            self._roots.append((Path(path), inside))
        self._excluded: PathSpec[Any] | None = compiled(settings.exclude) if settings.exclude else None
        self._wanted = _wanted(settings)

    def __call__(self, inside: str) -> str | None:
        """The name of a file, by the same rules by which folders are walked; ignore files aside."""
        path = PurePosixPath(inside)
        for given, root in self._roots:
            if inside == root:
                return str(given)
            if root != "." and not inside.startswith(f"{root}/"):
                continue
            rest = path if root == "." else path.relative_to(root)
            if path.suffix.lower() not in TEXT_SUFFIXES:
                continue
            if any(part.startswith(".") or part in _NEVER for part in rest.parts):
                continue
            if is_aside(rest.parent.parts, rest.name):
                continue
            if self._excluded is not None and self._excluded.match_file(rest.as_posix()):
                continue
            id = str(given / rest)
            if self._wanted(id):
                return id
        return None


def tracked(repository: Repository, commit: str, names: Names) -> Sources:
    """The files of a commit."""
    listed = [(id, one) for one in repository.files(commit) if (id := names(one.path)) is not None]
    contents = repository.contents([one.blob for _, one in listed])
    ordered = sorted(listed, key=lambda pair: Path(pair[0]).parts)
    return Sources(tuple(Source(id, contents[one.blob], one.path) for id, one in ordered))
