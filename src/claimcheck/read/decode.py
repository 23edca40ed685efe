"""From bytes to text, without losing a character's place."""

from __future__ import annotations

import codecs

from claimcheck.errors import ReadError

__all__ = ["decode"]

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF32 = {codecs.BOM_UTF32_LE: "utf-32-le", codecs.BOM_UTF32_BE: "utf-32-be"}


def decode(data: bytes, path: str) -> str:
    """The text that the bytes encode: UTF-8, or UTF-16/32 where a byte order mark says so.

    The mark itself is not part of the text. Line ends stay as they are. Raises :class:`ReadError` with code ``binary``
    for data with NUL bytes and ``not-utf-8`` for bytes that no UTF-8 text holds.
    """
    # UTF-32-LE first: its mark begins with that of UTF-16-LE.
    for marks in (_UTF32, _UTF16):
        for mark, encoding in marks.items():
            if data.startswith(mark):
                return _strictly(data[len(mark) :], encoding, path, len(mark))
    skipped = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    nul = data.find(b"\0")
    if nul >= 0:
        raise ReadError(
            "binary",
            f"this is no text file: byte {nul} is NUL",
            path=path,
            hint="leave it out, or save its text as UTF-8",
        )
    return _strictly(data[skipped:], "utf-8", path, skipped)


def _strictly(data: bytes, encoding: str, path: str, skipped: int) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        line = data.count(b"\n", 0, at) + 1
        shown = " ".join(f"{byte:02x}" for byte in data[at : error.end][:4])
        name = "UTF-8" if encoding == "utf-8" else encoding[:6].upper()
        code = "not-utf-8" if encoding == "utf-8" else "not-utf-16" if "16" in encoding else "not-utf-32"
        raise ReadError(
            code,
            f"not valid {name}: byte {at + skipped} ({shown}) is no character",
            path=path,
            line=line,
            hint="open it with its own encoding and save it again as UTF-8",
        ) from None
    if "\0" in text:
        raise ReadError("binary", "this is no text file: it holds NUL characters", path=path, hint="leave it out")
    return text
