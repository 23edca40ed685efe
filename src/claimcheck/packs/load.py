"""From pack folders to one ``RuleSet``: shipped packs, a user's packs, the words they hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, field

from claimcheck.errors import PackError
from claimcheck.lexicon.model import Lexicon
from claimcheck.packs.model import Fact, Pack, Rule, RuleSet
from claimcheck.packs.rules import read_fact, read_rule
from claimcheck.packs.schema import Reader
from claimcheck.packs.source import read_source

__all__ = ["load_rules", "shipped_packs"]

_TABLES = ("rule", "fact", "synonyms", "aliases", "part")
_MANIFEST = ("id", "title", "summary")


def shipped_packs() -> list[Path]:
    """The folders of the packs that come with claimcheck: those in the wheel, or ``rules/`` of a checkout."""
    here = Path(__file__).resolve().parent
    roots = [here / "shipped", *(parent / "rules" for parent in here.parents[2:4])]
    for root in roots:
        if (root / "core" / "pack.toml").is_file():
            return sorted(folder for folder in root.iterdir() if (folder / "pack.toml").is_file())
    raise PackError("no-packs", "the rule packs of the installation are missing", hint="reinstall claimcheck")


@define
class _Heap:
    """What has been read so far, and what was wrong with it."""

    packs: list[Pack] = field(factory=list)
    rules: dict[str, Rule] = field(factory=dict)
    facts: dict[str, Fact] = field(factory=dict)
    synonyms: dict[str, list[str]] = field(factory=dict)
    aliases: dict[str, list[str]] = field(factory=dict)
    parts: dict[str, list[str]] = field(factory=dict)
    problems: list[PackError] = field(factory=list)


def load_rules(
    paths: Iterable[str | os.PathLike[str]] | str | os.PathLike[str] | None = None,
    *,
    shipped: bool = True,
    lexicon: Lexicon | None = None,
) -> RuleSet:
    """The rules, words and facts of the shipped packs and of further packs.

    ``paths`` are pack folders (with a ``pack.toml``), folders of such folders, or single TOML files; they are added
    to the shipped packs unless ``shipped`` is False. A later rule or fact replaces an earlier one of the same id in
    another pack. Raises PackError with all faults of all files in ``problems``.
    """
    heap = _Heap()
    places = list(shipped_packs()) if shipped else []
    if paths is not None:
        given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
        for one in given:
            places.extend(_folders(Path(one), heap))
    for place in places:
        _read_pack(place, heap)
    if heap.problems:
        raise _refusal(heap.problems)
    if lexicon is None:
        from claimcheck.lexicon import default

        lexicon = default()
    words = lexicon.extended(aliases=heap.aliases, synonyms=heap.synonyms, parts=heap.parts)
    return RuleSet(tuple(heap.rules.values()), words, tuple(heap.facts.values()), tuple(heap.packs))


def _refusal(problems: Sequence[PackError]) -> PackError:
    ordered = sorted(problems, key=lambda one: (one.path, one.line, one.message))
    first = ordered[0]
    more = f" (and {len(ordered) - 1} more)" if len(ordered) > 1 else ""
    return PackError(
        first.code,
        first.message + more,
        path=first.path,
        line=first.line,
        hint=first.hint,
        problems=tuple(ordered),
    )


def _folders(path: Path, heap: _Heap) -> list[Path]:
    if path.is_dir() and not (path / "pack.toml").is_file():
        inner = sorted(folder for folder in path.iterdir() if (folder / "pack.toml").is_file())
        if inner:
            return inner
        heap.problems.append(
            PackError(
                "no-manifest",
                "the folder holds no pack.toml",
                path=str(path),
                hint='add a pack.toml with id = "…", title = "…" and summary = "…"',
            )
        )
        return []
    return [path]


def _read_pack(place: Path, heap: _Heap) -> None:
    if place.is_dir():
        files = [
            place / "pack.toml",
            *sorted(file for file in place.rglob("*.toml") if file.name != "pack.toml"),
        ]
    else:
        files = [place]
    pack = Pack(place.stem, place.stem, "", str(place))
    seen: dict[str, str] = {}
    for file in files:
        try:
            source = read_source(file)
        except PackError as error:
            heap.problems.append(error)
            continue
        reader = Reader(source, source.data, (), heap.problems)
        if file.name == "pack.toml":
            pack = _manifest(reader, pack)
            heap.packs.append(pack)
            reader.only((*_MANIFEST, *_TABLES), "pack.toml")
        else:
            reader.only(_TABLES, "a pack file")
        _read_rules(reader, pack, heap, seen)
        _read_words(reader, heap)
    if not place.is_dir():
        heap.packs.append(pack)


def _manifest(reader: Reader, pack: Pack) -> Pack:
    reader.require(_MANIFEST, "pack.toml")
    return Pack(reader.text("id", pack.id), reader.text("title", pack.title), reader.text("summary"), pack.path)


def _read_rules(reader: Reader, pack: Pack, heap: _Heap, seen: dict[str, str]) -> None:
    for one in reader.tables("rule"):
        rule = read_rule(one, pack.id)
        if rule is not None:
            _once(one, f"rule {rule.id}", seen)
            heap.rules[rule.id] = rule
    for one in reader.tables("fact"):
        fact = read_fact(one)
        if fact is not None:
            _once(one, f"fact {fact.id}", seen)
            heap.facts[fact.id] = fact


def _once(reader: Reader, name: str, seen: dict[str, str]) -> None:
    place = f"{reader.source.path.name}:{reader.line}"
    if name in seen:
        reader.fault("id", f"the pack has a {name} already, at {seen[name]}", "choose another id", "pack-duplicate")
    seen.setdefault(name, place)


def _read_words(reader: Reader, heap: _Heap) -> None:
    for key, target in (("synonyms", heap.synonyms), ("aliases", heap.aliases)):
        for name, words in reader.mapping(key, lambda inner, name: inner.texts(name)).items():
            target.setdefault(name, []).extend(words)
    for one in reader.tables("part"):
        one.only(("whole", "parts"), "a part table")
        if one.require(("whole", "parts"), "the part table"):
            heap.parts.setdefault(one.text("whole"), []).extend(one.texts("parts"))
