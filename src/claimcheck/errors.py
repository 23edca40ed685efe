"""The one family of errors that claimcheck raises: a code, a place, a message and a hint."""

from __future__ import annotations

__all__ = ["ClaimcheckError", "ConfigError", "PackError", "ReadError"]


class ClaimcheckError(Exception):
    """Something that a user can mend: a file, a rule pack, a setting.

    ``code`` is stable and short (``unreadable-file``), ``path`` and ``line`` say where (line 0 is unknown), and
    ``hint`` says what to do about it.
    """

    def __init__(self, code: str, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(code, message, path, line, hint)
        self.code = code
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Cross process borders with keyword arguments intact."""
        return _rebuild, (type(self), self.code, self.message, self.path, self.line, self.hint)

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f" ({self.hint})" if self.hint else "")


class ReadError(ClaimcheckError):
    """A file that cannot be read as text: missing, binary, damaged."""


class PackError(ClaimcheckError):
    """A rule pack that is malformed; ``problems`` holds every fault that was found, each with its place."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        path: str = "",
        line: int = 0,
        hint: str = "",
        problems: tuple[ClaimcheckError, ...] = (),
    ) -> None:
        super().__init__(code, message, path=path, line=line, hint=hint)
        self.problems = problems


class ConfigError(ClaimcheckError):
    """A setting that does not exist or has a value of the wrong kind."""


def _rebuild(kind: type[ClaimcheckError], code: str, message: str, path: str, line: int, hint: str) -> ClaimcheckError:
    return kind(code, message, path=path, line=line, hint=hint)
