"""From files to claims by way of the store: only what it does not hold is read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from attrs import define, evolve, field, frozen

from claimcheck.align import profiles
from claimcheck.engine.codec import LAYOUT, decode, encode
from claimcheck.engine.store import Entry, Store, code_stamp, digest
from claimcheck.engine.tree import Source
from claimcheck.errors import ClaimcheckError
from claimcheck.findings.terms import terms_of
from claimcheck.lexicon import wordlist
from claimcheck.packs import RuleSet
from claimcheck.read.formats import from_bytes
from claimcheck.records import Claim, Document, Skip

__all__ = ["Reader", "Yield"]

_BATCH = 50  # entries in one write: what a kill may cost
Progress = Callable[[int, int, str], None]


@frozen
class Yield:
    """What one file yields; without a document where it could not be read."""

    document: Document | None
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    skipped: tuple[Skip, ...] = field(default=(), repr=False)


@define
class Reader:
    """Reads files by one set of rules; what the store holds is decoded, everything else extracted and kept."""

    store: Store
    rules: RuleSet
    progress: Progress | None = None
    read: int = 0
    """How many files were extracted, and not taken from the store."""
    _stamp: bytes = b""
    _words: bytes = b""
    _keys: dict[int, tuple[Source, bytes]] = field(factory=dict)
    _unreadable: dict[bytes, Yield] = field(factory=dict)
    _made: dict[bytes, Yield] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._stamp = digest(code_stamp(), wordlist.stamp(), LAYOUT, *_pack_files(self.rules))
        self._words = digest("words", wordlist.stamp())
        for body in self.store.get([self._words]).values():
            with suppress(ValueError, AttributeError, TypeError):
                wordlist.recall(body)

    def key(self, source: Source) -> bytes:
        """The key of a file's entry."""
        known = self._keys.get(id(source))
        if known is None:
            known = self._keys[id(source)] = (source, digest(self._stamp, source.id, source.data))
        return known[1]

    def keys(self, sources: Iterable[Source]) -> bytes:
        """One hash of all the files' entries."""
        return digest(self._stamp, *(self.key(source) for source in sources))

    def ensure(self, sources: Sequence[Source]) -> None:
        """See to it that the store holds every file that can be read."""
        keys = {self.key(source): source for source in sources}
        known = self.store.known(list(keys))
        missing = [(key, source) for key, source in keys.items() if key not in known]
        batch: list[Entry] = []
        for number, (key, source) in enumerate(missing):
            if self.progress is not None:
                self.progress(number, len(missing), source.id)
            entry = self._extract(key, source)
            if entry is not None:
                batch.append(entry)
            if len(batch) >= _BATCH:
                self.store.put(batch)
                batch = []
        self.store.put(batch)
        self.store.tidy([*keys, self._words])

    def close(self) -> None:
        """Keep what the word list answered for the next run."""
        answers = wordlist.answers()
        if answers is not None:
            self.store.put([Entry(self._words, answers)])

    def load(self, sources: Sequence[Source]) -> list[Yield]:
        """What the files yield, in their order."""
        keys = [self.key(source) for source in sources]
        held = self.store.get([key for key in keys if key not in self._made and key not in self._unreadable])
        return [self._one(key, source, held) for key, source in zip(keys, sources, strict=True)]

    def unreadable(self, sources: Iterable[Source]) -> list[Skip]:
        """Why files that ``ensure`` was given could not be read."""
        found: list[Skip] = []
        for source in sources:
            made = self._unreadable.get(self.key(source))
            if made is not None:
                found += made.skipped
        return found

    def _one(self, key: bytes, source: Source, held: dict[bytes, bytes]) -> Yield:
        if key in self._made:
            return self._made[key]
        if key in self._unreadable:
            return self._unreadable[key]
        if key in held:
            try:
                document = from_bytes(source.data, Path(source.id), id=source.id)
                return Yield(*decode(held[key], document.text))
            except (ClaimcheckError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
                pass  # an entry that is no entry: make it again
        entry = self._extract(key, source)
        if entry is not None:
            self.store.put([entry])
        return self._made.get(key) or self._unreadable[key]

    def _extract(self, key: bytes, source: Source) -> Entry | None:
        from claimcheck.pipeline import extract_all

        self.read += 1
        try:
            document = from_bytes(source.data, Path(source.id), id=source.id)
        except ClaimcheckError as error:
            line = f"line {error.line}: " if error.line else ""
            hint = f" ({error.hint})" if error.hint else ""
            skip = Skip(source.id, f"{line}{error.message}{hint}", code=error.code)
            self._unreadable[key] = Yield(None, (), (skip,))
            return None
        found = extract_all([document], self.rules.lexicon)
        if not found.documents:
            self._unreadable[key] = Yield(None, (), found.skipped)
            return None
        made = Yield(evolve(found.documents[0], text=document.text), found.claims, found.skipped)
        self._made[key] = made
        named = profiles(list(made.claims), list(found.documents), self.rules.lexicon)
        return Entry(key, encode(found.documents[0], made.claims, made.skipped), terms_of(named, self.rules.lexicon))


def _pack_files(rules: RuleSet) -> list[str]:
    """The content of the rule packs, which bring words of their own."""
    found: list[str] = []
    for pack in rules.packs:
        path = Path(pack.path)
        for file in sorted(path.rglob("*.toml")) if path.is_dir() else [path]:
            try:
                found += [file.name, file.read_text(encoding="utf-8", errors="replace")]
            except OSError:
                found += [file.name, ""]
    return found
