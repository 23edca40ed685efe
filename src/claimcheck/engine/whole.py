"""The gate without a base: a whole tree judged."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from claimcheck.config import Settings
from claimcheck.engine.extraction import Progress, Reader
from claimcheck.engine.outcome import Outcome, in_grades, noted, permitted, rule_ids
from claimcheck.engine.store import Store, digest
from claimcheck.engine.tree import Sources, on_disk, settings_for
from claimcheck.engine.verdicts import kept_or_judged
from claimcheck.errors import ClaimcheckError
from claimcheck.findings.suppression import Suppressions
from claimcheck.packs import RuleSet
from claimcheck.read.revision import Repository, RevisionError
from claimcheck.records import Document, Finding, Skip

if TYPE_CHECKING:
    from claimcheck.pipeline import Extraction

__all__ = ["check_tree"]


def check_tree(
    paths: Sequence[str],
    settings: Settings,
    rules: RuleSet,
    store: Store,
    *,
    further: Sequence[Document] = (),
    skipped: Sequence[Skip] = (),
    progress: Progress | None = None,
) -> Outcome:
    """Judge everything that the paths name, and ``further`` documents beside it."""
    from claimcheck.pipeline import Extraction, extract_all, report_on

    found = on_disk(paths, settings, _repository(paths[0])) if paths else Sources(())
    twin = next((one.id for one in further if one.id in {source.id for source in found.files}), None)
    if twin is not None:
        raise ClaimcheckError(
            "duplicate-id", f"two documents have the id {twin!r}", hint="give each document an id of its own"
        )
    reader = Reader(store, rules, progress)
    reader.ensure(found.files)
    yields = reader.load(found.files)
    extra = extract_all(further, rules.lexicon)
    extraction = Extraction(
        (*extra.documents, *(one.document for one in yields if one.document is not None)),
        (*extra.claims, *(claim for one in yields for claim in one.claims)),
        (*skipped, *found.skipped, *extra.skipped, *(skip for one in yields for skip in one.skipped)),
    )
    _, ignored = settings_for(settings)
    report = report_on(extraction, _judged(extraction, found, paths, reader, settings, rules), rules)
    quiet = Suppressions.of(report.documents, rule_ids(rules))
    left = quiet.apply(permitted(report.findings, ignored))
    left += in_grades(quiet.complaints(), settings)
    reader.close()
    return Outcome(noted(evolve(report, findings=tuple(left))), reader.read)


def _judged(
    extraction: Extraction, found: Sources, paths: Sequence[str], reader: Reader, settings: Settings, rules: RuleSet
) -> list[Finding]:
    """What the rules say of all claims but those of files that tell history by the settings."""
    from claimcheck.findings import judge

    history, _ = settings_for(settings)
    past = [one.id for one in extraction.documents if history(one.id)]
    claims = [claim for claim in extraction.claims if claim.document not in set(past)]
    known = {source.id for source in found.files}
    further = [one for one in extraction.documents if one.id not in known]
    state = digest(
        reader.keys(found.files),
        repr(settings),
        rules.rates.key if rules.rates is not None else "",
        *past,
        *(part for one in further for part in (one.id, one.text)),
    )
    place = digest("findings", os.getcwd(), *paths)
    return kept_or_judged(reader.store, place, state, claims, lambda: judge(claims, list(extraction.documents), rules))


def _repository(path: str) -> Repository | None:
    """The repository around a path, whose submodules are other projects; None where there is none, or no git."""
    try:
        return Repository.around(Path(path))
    except RevisionError:
        return None
