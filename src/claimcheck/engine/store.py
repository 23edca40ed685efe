"""Where claims are kept between runs: an SQLite database in the user's cache folder.

An entry's key is a hash of the file's content and name, the rule packs, and the code that reads; so an entry is never
out of date, and one that is missing is only made again. Every write is one transaction: a process may be killed at any
moment, and several may run at once. A database that is damaged, or cannot be opened or written, costs time and never a
result: it is thrown away or done without. ``Store.in_memory`` is the same without a file.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

from attrs import define, field, frozen

from claimcheck.version import __version__

__all__ = ["Entry", "Store", "code_stamp", "default_path", "digest"]

_Item = TypeVar("_Item")
_FORMAT = 1
_WAIT = 10.0  # seconds to wait for another process's write
_KEEP_DAYS = 30
_LARGEST = 1 << 30  # bytes; a larger database is begun anew
_DAY = 86_400
_CHUNK = 400  # parameters in one statement
_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, day INTEGER NOT NULL,
    sum INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS term (hash INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (hash, entry))
    WITHOUT ROWID;
"""


@frozen
class Entry:
    """What is kept of one file: its body, and the terms under which it is found."""

    key: bytes
    body: bytes = field(repr=False)
    terms: frozenset[str] = field(default=frozenset(), repr=False)


def default_path() -> Path:
    """The database in the user's cache folder; ``CLAIMCHECK_CACHE_DIR`` names another folder."""
    named = os.environ.get("CLAIMCHECK_CACHE_DIR")
    if named:
        return Path(named) / f"claims-{_FORMAT}.sqlite"
    from platformdirs import user_cache_path

    return user_cache_path("claimcheck", appauthor=False) / f"claims-{_FORMAT}.sqlite"


def digest(*parts: bytes | str) -> bytes:
    """A hash of several texts that no other division of the same characters has."""
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


@cache
def code_stamp() -> str:
    """What the installed code is: its version, and the state of its files, which change without it in a checkout."""
    made = hashlib.blake2b(__version__.encode(), digest_size=16)
    root = Path(__file__).resolve().parents[1]
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith((".py", ".toml")):
                state = os.stat(os.path.join(folder, name))
                made.update(f"{name}:{state.st_size}:{state.st_mtime_ns};".encode())
    return made.hexdigest()


def _hash(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


@define
class Store:
    """The database, open; without one that can be used it finds nothing and keeps nothing."""

    path: Path | None
    _connection: sqlite3.Connection | None = None
    _ids: dict[bytes, int] = field(factory=dict)

    @classmethod
    def in_memory(cls) -> Store:
        """A store that lasts as long as the process."""
        made = cls(None)
        made._connection = _connected(":memory:")
        return made

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """The store in a file, which is made where it is missing or damaged; in memory where that fails."""
        path = path or default_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and path.stat().st_size > _LARGEST:
                _remove(path)
        except OSError:
            return cls.in_memory()
        for _ in range(2):
            try:
                return cls(path, _connected(str(path)))
            except sqlite3.OperationalError as error:
                if not str(error).startswith("no such"):  # locked, read-only: not ours to remove
                    return cls.in_memory()
                _remove(path)  # tables of another shape
            except sqlite3.DatabaseError:
                _remove(path)
        return cls.in_memory()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The bodies of the entries that there are; one that is damaged is as good as missing."""
        found: dict[bytes, bytes] = {}
        with self._guarded() as connection:
            for chunk in _chunks(keys):
                marks = ",".join("?" * len(chunk))
                rows = connection.execute(f"SELECT id, key, sum, body FROM entry WHERE key IN ({marks})", chunk)
                for id, key, check, body in rows:
                    if isinstance(body, bytes) and zlib.crc32(body) == check:
                        found[bytes(key)] = body
                        self._ids[bytes(key)] = id
        return found

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Which of the keys have an entry; no body is read."""
        found: set[bytes] = set()
        with self._guarded() as connection:
            for chunk in _chunks(keys):
                marks = ",".join("?" * len(chunk))
                for id, key in connection.execute(f"SELECT id, key FROM entry WHERE key IN ({marks})", chunk):
                    found.add(bytes(key))
                    self._ids[bytes(key)] = id
        return found

    def put(self, entries: Iterable[Entry]) -> None:
        """Keep entries, all or none of them; one that there is already is replaced."""
        listed = list(entries)
        if not listed:
            return
        today = int(time.time()) // _DAY
        with self._guarded() as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            for entry in listed:
                connection.execute("DELETE FROM term WHERE entry = (SELECT id FROM entry WHERE key = ?)", (entry.key,))
                connection.execute("DELETE FROM entry WHERE key = ?", (entry.key,))
                made = connection.execute(
                    "INSERT INTO entry (key, day, sum, body) VALUES (?, ?, ?, ?)",
                    (entry.key, today, zlib.crc32(entry.body), entry.body),
                )
                id = made.lastrowid
                assert id is not None
                self._ids[entry.key] = id
                filed = [(_hash(term), id) for term in entry.terms]
                connection.executemany("INSERT OR IGNORE INTO term (hash, entry) VALUES (?, ?)", filed)

    def holding(self, terms: Iterable[str], keys: Iterable[bytes]) -> dict[str, set[bytes]]:
        """For each term, which of the keys' entries are filed under it. The keys must have been asked for before."""
        names = {_hash(term): term for term in terms}
        ids = {self._ids[key]: key for key in keys if key in self._ids}
        found: dict[str, set[bytes]] = {term: set() for term in names.values()}
        with self._guarded() as connection:
            for chunk in _chunks(sorted(names)):
                marks = ",".join("?" * len(chunk))
                for value, id in connection.execute(f"SELECT hash, entry FROM term WHERE hash IN ({marks})", chunk):
                    if id in ids:
                        found[names[value]].add(ids[id])
        return found

    def tidy(self, used: Iterable[bytes]) -> None:
        """Note which entries were of use today, and forget those that were of none for a month."""
        today = int(time.time()) // _DAY
        ids = [self._ids[key] for key in used if key in self._ids]
        with self._guarded() as connection:
            old = connection.execute("SELECT min(day) FROM entry").fetchone()[0]
            if self.path is None or old is None or old >= today:
                return
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                for chunk in _chunks(ids):
                    marks = ",".join("?" * len(chunk))
                    connection.execute(f"UPDATE entry SET day = ? WHERE id IN ({marks})", (today, *chunk))
                stale = (today - _KEEP_DAYS,)
                connection.execute("DELETE FROM term WHERE entry IN (SELECT id FROM entry WHERE day < ?)", stale)
                connection.execute("DELETE FROM entry WHERE day < ?", stale)

    def close(self) -> None:
        """Give the file back."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection]:
        """The connection for one task; a fault in the database ends the task and is healed, or ends its use."""
        if self._connection is None:
            self._connection = _connected(":memory:")
        try:
            yield self._connection
        except sqlite3.OperationalError:
            self._forsake()  # locked for too long, or the disk is full: go on without
        except sqlite3.DatabaseError:
            if self.path is not None:
                self._forsake(remove=True)

    def _forsake(self, remove: bool = False) -> None:
        self.close()
        if remove and self.path is not None:
            _remove(self.path)
        self.path = None
        self._ids.clear()
        self._connection = _connected(":memory:")


def _connected(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
    try:
        # A crash of the machine may lose the last entries; the rollback journal keeps the rest whole.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not {"entry", "term"} <= tables:
            connection.executescript(_SCHEMA)
        connection.execute("SELECT id, key, day, sum FROM entry LIMIT 1").fetchone()
        connection.execute("SELECT hash, entry FROM term LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            Path(f"{path}{suffix}").unlink()


def _chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    for at in range(0, len(items), _CHUNK):
        yield items[at : at + _CHUNK]
