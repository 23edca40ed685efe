"""Markdown, with TOML or YAML front matter."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from claimcheck.read.frontmatter import front_matter, front_matter_end
from claimcheck.records import Document

__all__ = ["read"]


def read(text: str, id: str, path: Path) -> Document:
    """A document of the text; its title is the front matter's or else the first heading's."""
    document = Document(id=id, text=text, path=path, format="markdown", **front_matter(text, str(path)))
    if document.title is None:
        title = _first_heading(text, front_matter_end(text))
        if title:
            document = evolve(document, title=title)
    return document


def _first_heading(text: str, start: int) -> str | None:
    """The text of the first level-one heading among the first lines, if one stands there."""
    for number, line in enumerate(text[start : start + 8000].splitlines()):
        if number > 60 or line.startswith(("```", "~~~")):
            break
        if line.startswith("# "):
            return line[2:].strip().rstrip("#").strip().strip("*_").strip() or None
    return None
