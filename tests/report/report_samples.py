"""A hand-made report with a finding of every relation, for the tests of all output formats."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from claimcheck.records import (
    Claim,
    Document,
    Finding,
    Kind,
    Modifier,
    Outcome,
    Quantity,
    Reason,
    Relation,
    Severity,
    Skip,
    Span,
    Status,
    TimeSpan,
)
from claimcheck.report import Report, RuleNote

HARBOUR = """# Harbour works

The port authority dredged 14 berths in 2021.
Ships wait about 20% longer than before.
Grants of $15 million went to Northport in 2016.
"""
AUDIT = """Audit of the harbour programme, 3 May 2022.

Across both ports only nine berths were dredged between 2019 and 2022. Waiting times rose by 16-18%.
Fourteen berths were dredged at Northport in 2021, says the port authority.
Southport got $14.5 million in 2017. See model X-200.
"""
LEAFLET = "Come and see the 14 berths dredged in 2021!\n"

DOCUMENTS = (
    Document(
        id="docs/harbour.md",
        path=Path("docs/harbour.md"),
        text=HARBOUR,
        title="Harbour works",
        format="markdown",
    ),
    Document(
        id="docs/audit.txt",
        path=Path("docs/audit.txt"),
        text=AUDIT,
        title="Audit of the harbour programme",
        published=dt.date(2022, 5, 3),
        publisher="Court of Auditors",
    ),
    Document(id="leaflet.txt", path=Path("leaflet.txt"), text=LEAFLET),
)
YEAR_2021 = TimeSpan(dt.date(2021, 1, 1), dt.date(2021, 12, 31))
YEARS = TimeSpan(dt.date(2019, 1, 1), dt.date(2022, 12, 31), modifier=Modifier.RANGE)


def claim(document: Document, figure: str, sentence: str, **fields: object) -> Claim:
    """A claim on a figure inside a sentence, both found by their text."""
    start = document.text.index(sentence)
    at = document.text.index(figure, start)
    return Claim(
        text=figure,
        span=Span(at, at + len(figure)),
        document=document.id,
        sentence=Span(start, start + len(sentence)),
        fingerprint=f"{document.id}#{at}",
        **fields,  # type: ignore[arg-type]
    )


def number(value: str, **fields: object) -> Quantity:
    """An exact figure."""
    return Quantity(Decimal(value), Decimal(value), precision=Decimal(1), **fields)  # type: ignore[arg-type]


harbour, audit, leaflet = DOCUMENTS
COUNT = {"kind": Kind.COUNT, "measure": "berth", "head": "berth", "event": "dredge"}
BERTHS = claim(
    harbour,
    "14",
    "The port authority dredged 14 berths in 2021.",
    quantity=number("14"),
    about=("Northport",),
    when=YEAR_2021,
    **COUNT,
)
NINE = claim(
    audit,
    "nine",
    "Across both ports only nine berths were dredged between 2019 and 2022.",
    quantity=number("9"),
    when=YEARS,
    scope=("both",),
    confidence=0.8,
    notes=("nobody is named: both ports",),
    **COUNT,
)
FOURTEEN = claim(
    audit,
    "Fourteen",
    "Fourteen berths were dredged at Northport in 2021, says the port authority.",
    quantity=number("14"),
    about=("Northport",),
    when=YEAR_2021,
    attribution="port authority",
    status=Status.REPORTED,
    **COUNT,
)
LEAFLET_BERTHS = claim(
    leaflet,
    "14",
    LEAFLET.strip(),
    quantity=number("14"),
    when=YEAR_2021,
    roles=(("Northport", "holder"),),
    **COUNT,
)
LONGER = claim(
    harbour,
    "about 20%",
    "Ships wait about 20% longer than before.",
    kind=Kind.CHANGE,
    measure="waiting time",
    head="time",
    quantity=Quantity(
        Decimal(20), Decimal(20), "percent", Modifier.APPROX, precision=Decimal(10), direction=1, role="by"
    ),
)
ROSE = claim(
    audit,
    "16-18%",
    "Waiting times rose by 16-18%.",
    kind=Kind.CHANGE,
    measure="waiting time",
    head="time",
    quantity=Quantity(
        Decimal(16), Decimal(18), "percent", Modifier.RANGE, precision=Decimal(1), direction=1, role="by"
    ),
)
NORTH = claim(
    harbour,
    "$15 million",
    "Grants of $15 million went to Northport in 2016.",
    kind=Kind.MONEY,
    measure="grant",
    head="grant",
    about=("Northport",),
    quantity=Quantity(Decimal(15_000_000), Decimal(15_000_000), "USD", precision=Decimal(1_000_000)),
    when=TimeSpan(dt.date(2016, 1, 1), dt.date(2016, 12, 31)),
)
SOUTH = claim(
    audit,
    "$14.5 million",
    "Southport got $14.5 million in 2017.",
    kind=Kind.MONEY,
    measure="grant",
    head="grant",
    about=("Southport",),
    quantity=Quantity(Decimal("14.5e6"), Decimal("14.5e6"), "USD", precision=Decimal(100_000)),
    when=TimeSpan(dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
)
CLAIMS = (BERTHS, LONGER, NORTH, NINE, ROSE, FOURTEEN, SOUTH, LEAFLET_BERTHS)

MATCH, MISMATCH = Outcome.MATCH, Outcome.MISMATCH
FINDINGS = (
    Finding(
        "part-whole",
        Relation.CONTRADICTS,
        Severity.ERROR,
        (BERTHS, NINE),
        "A part exceeds its whole: 14 berths at Northport in 2021, nine at both ports in 2019-22.",
        (
            Reason("thing", MATCH, "both count berths dredged"),
            Reason("time", MATCH, "2021 lies within 2019-22"),
            Reason("values", MISMATCH, "the part's least, 14, is above the whole's most, 9"),
        ),
        "cc-part",
    ),
    Finding(
        "value-conflict",
        Relation.CONTRADICTS,
        Severity.WARNING,
        (LONGER, NINE),
        "Waiting time: about 20% here, nine in docs/audit.txt.",
        (Reason("thing", MATCH, "both are the rise of waiting times"), Reason("values", MISMATCH, "20 % / 9")),
        "cc-odd",
    ),
    Finding(
        "value-agreement",
        Relation.AGREES,
        Severity.NOTE,
        (LONGER, ROSE),
        "Waiting time: about 20% and 16-18% agree.",
        (
            Reason("thing", MATCH, "both are the rise of waiting times"),
            Reason("values", MATCH, "about 20%: [18, 22]; 16-18%: [16, 18]"),
        ),
        "cc-near",
    ),
    Finding(
        "value-conflict",
        Relation.AGREES,
        Severity.NOTE,
        (BERTHS, FOURTEEN, LEAFLET_BERTHS),
        "Three places give 14 berths for 2021.",
        (
            Reason("thing", MATCH, "the same thing is counted"),
            Reason("independence", MISMATCH, "the same source, Port Authority"),
        ),
        "cc-agree",
    ),
    Finding(
        "value-conflict",
        Relation.DIFFERS,
        Severity.NOTE,
        (NORTH, SOUTH),
        "Grants differ in scope.",
        (
            Reason("thing", MATCH, "both are grants"),
            Reason("recipient", MISMATCH, "Northport / Southport"),
            Reason("time", MISMATCH, "2016 / 2017"),
        ),
        "cc-differ",
    ),
)
SKIPPED = (
    Skip("docs/audit.txt", "a model name", Span(AUDIT.index("X-200"), AUDIT.index("X-200") + 5), "numeral"),
    Skip("docs/photo.png", "a binary file", code="binary-file"),
)
RULES = (
    RuleNote(
        "part-whole",
        "A part exceeds its whole",
        "A part can be no more than its whole.",
        "rules/part-whole.md",
    ),
    RuleNote("value-conflict", "Sources give different values", "One thing has one value.", ""),
)


def sample() -> Report:
    """The report of the three documents."""
    return Report(DOCUMENTS, CLAIMS, FINDINGS, SKIPPED, RULES)
