"""The entities that a sentence may leave unsaid: those of the sentence before it, of its heading, of the title."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from claimcheck.claims.names import Name, Names, common
from claimcheck.claims.reading import Reading, read_unit
from claimcheck.extract.scan import Conventions, Scan
from claimcheck.extract.tokens import tokenise
from claimcheck.records import Span
from claimcheck.segment.model import BlockKind, Segments, Unit

__all__ = ["Context"]

_BACK = 3


@define
class Context:
    """Looks back for entities, only as far as needed, and remembers what each unit and heading named."""

    segments: Segments
    names: Names
    _units: dict[int, tuple[str, ...]] = field(init=False, factory=dict)
    _captions: dict[str, tuple[str, ...]] = field(init=False, factory=dict)
    _sections: dict[int, tuple[str, ...]] = field(init=False, factory=dict)

    def of(self, unit: Unit) -> tuple[str, ...]:
        """The subject of the nearest sentence before ``unit`` in its paragraph, else of its heading or the title."""
        units = self.segments.units
        if unit.block.kind is BlockKind.HEADING or (unit.cell is not None and unit.cell.header):
            return ()
        if unit.cell is not None and unit.cell.caption:
            found = self._captions.get(unit.cell.caption)
            if found is None:
                found = self._captions[unit.cell.caption] = self._titled(unit.cell.caption)
            return found or self._heading(unit.block.section)
        for at in range(unit.index - 1, max(-1, unit.index - 1 - _BACK), -1):
            before = units[at]
            if before.paragraph != unit.paragraph:
                break
            found = self._named(before)
            if found:
                return found
        return self._heading(unit.block.section)

    def reader(self, unit: Unit) -> Callable[[], Reading | None]:
        """A function that reads the sentence before ``unit`` in its paragraph."""

        def read() -> Reading | None:
            if unit.index == 0 or self.segments.units[unit.index - 1].paragraph != unit.paragraph:
                return None
            before = self.segments.units[unit.index - 1]
            return read_unit(Scan.of(self.segments.document, before, Conventions()), self.names)

        return read

    def _named(self, unit: Unit) -> tuple[str, ...]:
        found = self._units.get(unit.index)
        if found is None:
            tokens = tokenise(self.segments.document.text, unit.span, unit.masks)
            found = _leading(self.names.find(tokens, [False] * len(tokens)))
            self._units[unit.index] = found
        return found

    def _heading(self, section: int) -> tuple[str, ...]:
        found = self._sections.get(section)
        if found is None:
            document = self.segments.document
            titles = [document.sections[section].title] if 0 <= section < len(document.sections) else []
            titles.append(document.title or "")
            found = next((names for names in map(self._titled, titles) if names), ())
            self._sections[section] = found
        return found

    def _titled(self, title: str) -> tuple[str, ...]:
        """Known entities of a title, else a proper name in it that the text uses as well."""
        tokens = tokenise(title, Span(0, len(title)))
        found = self.names.find(tokens, [False] * len(tokens), title_case=True)
        known = tuple(dict.fromkeys(name.canonical for name in found if name.known))
        if known:
            return known[:2]
        text = self.segments.document.text
        return tuple(n.canonical for n in found if text.count(n.canonical) > 1 or not common(n.canonical))[:1]


def _leading(names: list[Name]) -> tuple[str, ...]:
    """The first names of a sentence, as far as nothing but "and" parts them."""
    if not names:
        return ()
    chain = [names[0]]
    for name in names[1:3]:
        if name.first - chain[-1].last > 1:
            break
        chain.append(name)
    return tuple(dict.fromkeys(name.canonical for name in chain))
