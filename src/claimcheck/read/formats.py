"""Which reader a file needs, by its suffix."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from claimcheck.errors import ReadError
from claimcheck.read import markdown, text
from claimcheck.read.decode import decode
from claimcheck.records import Document

__all__ = ["TEXT_SUFFIXES", "file_bytes", "from_bytes", "read_file"]

Reader = Callable[[str, str, Path], Document]

_READERS: dict[str, Reader] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".mdx": markdown.read,
    ".txt": text.read,
    ".text": text.read,
    ".rst": text.read,
    ".adoc": text.read,
}
TEXT_SUFFIXES = frozenset(_READERS)

# Formats that have a structure of their own which reading as text would mistake for content.
_UNREAD = {
    ".html": "HTML",
    ".htm": "HTML",
    ".pdf": "PDF",
    ".docx": "Word",
    ".doc": "Word",
    ".odt": "OpenDocument",
    ".rtf": "RTF",
    ".xlsx": "Excel",
    ".xls": "Excel",
    ".pptx": "PowerPoint",
    ".epub": "EPUB",
    ".ipynb": "Jupyter",
}


def read_file(path: str | os.PathLike[str], *, id: str | None = None) -> Document:
    """Read one file; see :func:`claimcheck.read.read`."""
    where = Path(path)
    return from_bytes(file_bytes(where), where, id=id)


def from_bytes(data: bytes, where: Path, *, id: str | None = None) -> Document:
    """The document that a file of that path and content would be; the suffix of the path tells the format."""
    name = os.fspath(where)
    suffix = _suffix(where)
    if suffix in _UNREAD:
        raise ReadError(
            "unknown-format",
            f"{_UNREAD[suffix]} files are not read",
            path=name,
            hint="save the text as .txt or .md",
        )
    reader = _READERS.get(suffix, text.read)
    return reader(decode(data, name), name if id is None else id, where)


def _suffix(where: Path) -> str:
    """The suffix that tells the format: the inner one of ``guide.rst.txt``, as documentation builders keep sources."""
    last, inner = where.suffix.lower(), Path(where.stem).suffix.lower()
    return inner if last == ".txt" and inner in _READERS else last


def file_bytes(where: Path) -> bytes:
    """The content of a file; raises ``ReadError`` where it is missing, a folder or unreadable."""
    name = os.fspath(where)
    try:
        return where.read_bytes()
    except IsADirectoryError:
        raise ReadError("is-folder", "this is a folder, not a file", path=name, hint="name the files in it") from None
    except FileNotFoundError:
        raise ReadError("missing", "no such file", path=name, hint="check the spelling of the path") from None
    except PermissionError:
        # Windows reports a folder in this way.
        if where.is_dir():
            raise ReadError("is-folder", "this is a folder, not a file", path=name) from None
        raise ReadError(
            "unreadable-file", "permission denied", path=name, hint="make the file readable for this user"
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if getattr(error, "errno", None) == errno.ELOOP:
            reason = "its symbolic links lead in a circle"
        raise ReadError("unreadable-file", f"cannot be read: {reason}", path=name) from None
