"""Plain text, reStructuredText and AsciiDoc: the file's text is the document's."""

from __future__ import annotations

from pathlib import Path

from claimcheck.read.frontmatter import front_matter
from claimcheck.records import Document

__all__ = ["read"]

_FORMATS = {".rst": "rst", ".adoc": "asciidoc"}


def _format(path: Path) -> str:
    suffixes = [one.lower() for one in path.suffixes if one.lower() != ".txt"]
    return _FORMATS.get(suffixes[-1], "text") if suffixes else "text"


def read(text: str, id: str, path: Path) -> Document:
    """A document of the text; front matter is honoured where there is some."""
    found = front_matter(text, str(path))
    return Document(id=id, text=text, path=path, format=_format(path), **found)
