"""The stages in order: the one module that knows all of them.

A document that cannot be read or analysed becomes a ``Skip`` that says where and why; the others are still
reported.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from claimcheck.errors import ClaimcheckError, ConfigError
from claimcheck.packs import load_rules
from claimcheck.read import find_files, read
from claimcheck.records import Claim, Document, Finding, Skip, by_position
from claimcheck.report.model import Report, RuleNote
from claimcheck.report.rules import GATE_RULES
from claimcheck.segment import segment

if TYPE_CHECKING:
    from claimcheck.config import RuleSetting, Settings
    from claimcheck.extract import Scan
    from claimcheck.lexicon.model import Lexicon
    from claimcheck.packs import Rule, RuleSet, Tolerance

__all__ = [
    "INTERNAL_ERROR",
    "Extraction",
    "Reading",
    "check",
    "extract",
    "extract_all",
    "extract_document",
    "judge_all",
    "read_all",
    "report_on",
    "rule_notes",
    "rules_for",
    "shipped_rules",
]

INTERNAL_ERROR = "internal-error"
STANDARD_INPUT = "-"
_MARKDOWN = frozenset({".md", ".markdown", ".mdx"})

Progress = Callable[[int, int, str], None]
"""Told before each document: how many are done, how many there are, and the next one's id."""


@frozen
class Reading:
    """The documents that could be read, and what could not."""

    documents: tuple[Document, ...]
    skipped: tuple[Skip, ...] = ()


@frozen
class Extraction:
    """What documents yield: themselves with their sections filled in, their claims, and what was left out."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...] = field(repr=False)
    skipped: tuple[Skip, ...] = field(default=(), repr=False)


@cache
def shipped_rules() -> RuleSet:
    """The rule packs that come with claimcheck, loaded once a process."""
    return load_rules()


def rules_for(settings: Settings, packs: Iterable[str | os.PathLike[str]] = ()) -> RuleSet:
    """The shipped rules with the project's packs, those named besides, and its changes to rules.

    Raises ``PackError`` for a malformed pack and ``ConfigError`` where the settings change a rule that
    there is not.
    """
    further = [*settings.rules, *packs]
    rules = load_rules(further) if further else shipped_rules()
    if settings.rates is not None:
        from claimcheck.packs.rates import load_rates

        rules = evolve(rules, rates=load_rates(settings.rates))
    if not settings.rule:
        return rules
    known = {rule.id: rule for rule in rules.rules}
    for id in settings.rule:
        if id not in known and id not in GATE_RULES:
            near = get_close_matches(id, known, 1)
            raise ConfigError(
                "config-value",
                f"rule.{id}: there is no such rule",
                path=str(settings.path or ""),
                hint=f"did you mean {near[0]!r}?" if near else "`claimcheck rules list` names them all",
            )
    return rules.adjusted(
        disable=[id for id, one in settings.rule.items() if not one.enabled],
        severity={id: one.severity for id, one in settings.rule.items() if one.severity is not None},
        tolerance={id: _tolerance(known[id], one) for id, one in settings.rule.items() if id in known},
    )


def _tolerance(rule: Rule, setting: RuleSetting) -> Tolerance:
    given = {"approx": setting.approx, "relative": setting.relative, "absolute": setting.absolute}
    return evolve(rule.tolerance, **{name: Fraction(value) for name, value in given.items() if value is not None})


def read_all(
    paths: Sequence[str],
    *,
    exclude: Iterable[str] = (),
    respect_gitignore: bool = True,
    standard_input: Callable[[], bytes] | None = None,
    standard_input_name: str = "",
) -> Reading:
    """The documents at the paths, in the order given and inside folders by name; ``-`` is the standard input.

    ``standard_input_name`` names the file whose text the standard input holds, so that its suffix tells
    the format.
    """
    documents: list[Document] = []
    skips: list[Skip] = []
    named = [path for path in paths if path != STANDARD_INPUT]
    if len(named) < len(paths) and standard_input is not None:
        _collect(lambda: _from_bytes(standard_input(), standard_input_name), "-", documents, skips)
    files, missing = find_files(named, exclude=exclude, honour_ignore=respect_gitignore)
    skips.extend(missing)
    for file in files:
        _collect(partial(read, file), str(file), documents, skips)
    return Reading(tuple(documents), tuple(skips))


def _collect(work: Callable[[], Document], id: str, documents: list[Document], skips: list[Skip]) -> None:
    try:
        documents.append(work())
    except Exception as error:
        skips.append(_failure(id, error))


def _from_bytes(data: bytes, name: str) -> Document:
    from claimcheck.read import markdown, text
    from claimcheck.read.decode import decode

    content = decode(data, name or "standard input")
    path = Path(name)
    reader = markdown.read if path.suffix.lower() in _MARKDOWN else text.read
    document = reader(content, name or STANDARD_INPUT, path)
    return document if name else evolve(document, path=None)


def extract_document(document: Document, lexicon: Lexicon) -> Extraction:
    """The claims of one document in order of position, and the numerals left out, with the reason."""
    from claimcheck.claims.build import build
    from claimcheck.extract import conventions, scan_unit

    segments = segment(document)
    settled = conventions(segments)
    left: list[Skip] = []

    def scans() -> Iterator[Scan | None]:
        for unit in segments.units:
            scan = scan_unit(segments.document, unit, settled)
            if scan is not None:
                left.extend(Skip(document.id, one.reason, one.span, "numeral") for one in scan.left)
            yield scan

    claims = build(segments, scans(), lexicon)
    return Extraction((segments.document,), tuple(by_position(claims)), (*segments.skips, *left))


def extract(text: str | Document, rules: RuleSet | None = None) -> list[Claim]:
    """The claims of a text or document, in order of position.

    ``rules`` gives the aliases and synonyms by which things are named; None takes the shipped packs.
    """
    document = Document.from_text(text) if isinstance(text, str) else text
    return list(extract_document(document, (rules or shipped_rules()).lexicon).claims)


def extract_all(documents: Sequence[Document], lexicon: Lexicon, progress: Progress | None = None) -> Extraction:
    """The claims of all documents; one that stops a stage is skipped, with the reason.

    Raises ``ClaimcheckError`` where two documents have the same id.
    """
    _refuse_twins(documents)
    read: list[Document] = []
    claims: list[Claim] = []
    skips: list[Skip] = []
    for number, document in enumerate(documents):
        if progress is not None:
            progress(number, len(documents), document.id)
        try:
            found = extract_document(document, lexicon)
        except Exception as error:
            skips.append(_failure(document.id, error))
            continue
        read.extend(found.documents)
        claims.extend(found.claims)
        skips.extend(found.skipped)
    return Extraction(tuple(read), tuple(claims), tuple(skips))


def check(documents: Iterable[Document], rules: RuleSet | None = None) -> Report:
    """Where documents speak of the same things, and whether they agree, contradict or differ in scope.

    Raises ``ClaimcheckError`` where two documents have the same id.
    """
    rules = rules or shipped_rules()
    return judge_all(extract_all(list(documents), rules.lexicon), rules)


def judge_all(extraction: Extraction, rules: RuleSet, skipped: Iterable[Skip] = ()) -> Report:
    """Judge all claims together and put the report together; ``skipped`` is what reading left out."""
    from claimcheck.findings import judge

    return report_on(extraction, judge(list(extraction.claims), list(extraction.documents), rules), rules, skipped)


def report_on(extraction: Extraction, found: Iterable[Finding], rules: RuleSet, skipped: Iterable[Skip] = ()) -> Report:
    """The report on an extraction and what was found of it."""
    findings = tuple(found)
    return Report(
        documents=extraction.documents,
        claims=extraction.claims,
        findings=findings,
        skipped=(*skipped, *extraction.skipped),
        rules=rule_notes(findings, rules),
    )


def rule_notes(findings: Sequence[Finding], rules: RuleSet) -> tuple[RuleNote, ...]:
    """What the report says of each rule behind a finding, in order of id."""
    used: Mapping[str, Rule | None] = {id: rules.rule(id) for id in sorted({one.rule for one in findings})}
    return tuple(
        RuleNote(id, rule.title, " ".join(part for part in (rule.summary, rule.why) if part), f"docs/rules/{id}.md")
        if rule is not None
        else RuleNote(id)
        for id, rule in used.items()
    )


def _refuse_twins(documents: Sequence[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise ClaimcheckError(
                "duplicate-id",
                f"two documents have the id {document.id!r}",
                hint="give each document an id of its own",
            )
        seen.add(document.id)


def _failure(id: str, error: Exception) -> Skip:
    """One line on a document that stopped a stage, with the place in our code where the fault is ours."""
    if isinstance(error, ClaimcheckError):
        line = f"line {error.line}: " if error.line else ""
        return Skip(id, f"{line}{error.message}" + (f" ({error.hint})" if error.hint else ""), code=error.code)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "claimcheck" in Path(frame.filename).parts] or frames[-1:]
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return Skip(id, f"internal error: {type(error).__name__}: {error}{place}", code=INTERNAL_ERROR)
