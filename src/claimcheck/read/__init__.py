"""From files to documents: which files to read, their bytes as text, and what their front matter says of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from claimcheck.records import Document, Skip

__all__ = ["find_files", "read"]


def read(path: str | os.PathLike[str], *, id: str | None = None) -> Document:
    """The document that a file holds; ``id`` is the path as given unless the caller names another.

    Offsets in the document's text are offsets into the file's own decoded text, front matter and line ends included.
    Raises :class:`claimcheck.errors.ReadError` for a file that is missing, unreadable, binary or not valid text.
    """
    from claimcheck.read.formats import read_file

    return read_file(path, id=id)


def find_files(
    paths: Iterable[str | os.PathLike[str]], *, exclude: Iterable[str] = (), honour_ignore: bool = True
) -> tuple[list[Path], list[Skip]]:
    """The files to read, in a stable order without repetition, and what was left out and why.

    A file that is named is always taken; a folder is walked for files of a textual suffix. ``exclude`` holds patterns
    in the syntax of ``.gitignore``, relative to each folder given; ``honour_ignore`` says whether the ignore files in
    the tree count. A path that does not exist, or a folder without any text, becomes a skip.
    """
    from claimcheck.read.files import find_files as find

    return find(paths, exclude=exclude, honour_ignore=honour_ignore)
