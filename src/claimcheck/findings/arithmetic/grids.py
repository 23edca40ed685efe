"""Tables read again for their rows and columns, with the claims in their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from claimcheck.findings.arithmetic.sums import words_of
from claimcheck.records import Claim, Document, Span
from claimcheck.segment import segment
from claimcheck.segment.model import Cell

__all__ = ["Grid", "folded", "grids"]

_LONGEST = 60_000  # characters of a table that is looked at again
_MARKS = re.compile(r"[*_`~^†‡§\\]|\[[^\]]{0,12}\]|<[^>]*>")


@frozen
class Grid:
    """A table's cells with their text and the claims in them."""

    cells: dict[tuple[int, int], Cell]
    texts: dict[tuple[int, int], str]
    claims: dict[tuple[int, int], list[Claim]]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    above: str
    heads: dict[tuple[int, int], str]
    text: str

    def label(self, row: int) -> str:
        """What names a row."""
        return next((cell.row_label for (at, _), cell in self.cells.items() if at == row and cell.row_label), "")

    def head(self, column: int) -> str:
        """What names a column."""
        labels = (cell.column_label for (_, at), cell in self.cells.items() if at == column)
        return next(filter(None, labels), "")

    def figure(self, row: int, column: int) -> Claim | None:
        """The claim of a cell that holds one figure and nothing else."""
        found = self.claims.get((row, column), [])
        if len(found) != 1:
            return None
        rest = self.texts[row, column].replace(found[0].text, "", 1)
        return None if re.search(r"\w", _MARKS.sub("", rest)) else found[0]

    def blank(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing, or a sign for nothing."""
        return folded(self.texts.get((row, column), "")) in words_of("blank")

    @property
    def captions(self) -> set[str]:
        """The table's title and the head of its labels."""
        return {part for cell in self.cells.values() for part in (cell.caption, cell.corner) if part}

    @property
    def last_line_above(self) -> str:
        """The nearest line above the table that says something."""
        return next((line for line in reversed(self.above.splitlines()) if line.strip()), "")

    def line(self, row: int) -> str:
        """The line of the text on which a row begins, as far as its first cell."""
        start = min(cell.span.start for (at, _), cell in self.cells.items() if at == row)
        return self.text[self.text.rfind("\n", 0, start) + 1 : start + 20]


def grids(document: Document, claims: Sequence[Claim], wanted: Callable[[Claim], bool]) -> Iterator[Grid]:
    """The tables around the claims that are wanted, cut from the text and read again for their rows and columns."""
    done = -1
    for claim in sorted(claims, key=lambda one: one.span):
        if not wanted(claim) or claim.span.start < done:
            continue
        start, end = _around(document.text, claim.span)
        done = end
        if end - start > _LONGEST:
            continue
        cut = segment(Document.from_text(document.text[start:end], format=document.format))
        every = [unit.cell for unit in cut.units if unit.cell is not None]
        inside = [one for one in claims if start <= one.span.start < end]
        above = document.text[max(0, start - 300) : start]
        for number in sorted({cell.table for cell in every}):
            cells = [cell for cell in every if cell.table == number]
            yield _grid(cells, cut.document.text, inside, start, above)


def _around(text: str, span: Span) -> tuple[int, int]:
    """The lines around a span up to the nearest empty ones."""
    start = max(text.rfind("\n\n", 0, span.start), text.rfind("\n\r\n", 0, span.start)) + 1
    ends = [at for at in (text.find("\n\n", span.end), text.find("\n\r\n", span.end)) if at >= 0]
    return start, min(ends, default=len(text))


def _grid(cells: Sequence[Cell], text: str, claims: Sequence[Claim], offset: int, above: str) -> Grid:
    by_place = {(cell.row, cell.column): cell for cell in cells}
    held: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for key, cell in by_place.items():
        for claim in claims:
            if cell.span.start <= claim.span.start - offset < cell.span.end:
                held[key].append(claim)
    body = [key for key, cell in by_place.items() if not cell.header]
    return Grid(
        by_place,
        {key: cell.span.cover(text) for key, cell in by_place.items()},
        held,
        tuple(sorted({row for row, _ in body})),
        tuple(sorted({column for _, column in body})),
        above.rstrip().rsplit("\n\n", 1)[-1],
        {key: cell.span.cover(text) for key, cell in by_place.items() if cell.header},
        text,
    )


def folded(label: str) -> str:
    """A label without its markup, in lower case."""
    return " ".join(_MARKS.sub("", label).lower().strip(" :").split())
