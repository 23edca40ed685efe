"""Markdown, with TOML or YAML front matter."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import evolve

from claimcheck.read.frontmatter import front_matter, front_matter_end
from claimcheck.records import Document

__all__ = ["read"]

_HEADING = re.compile(r"#[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$|[ \t]*<h1\b[^<>]{0,300}>(.*?)(?:</h1>.*)?$", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^)]*\)")
_MARKS = re.compile(r"<[^<>]{1,300}>|\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")


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
        heading = _HEADING.match(line)
        if heading:
            title = _MARKS.sub("", _LINK.sub(r"\1", heading[1] or heading[2] or "")).strip()
            if title:
                return title
    return None
