"""What ``claimcheck check`` does between its options and its output: the gate, the store and the baseline."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcheck.cli.common import LONG_WORK, Inputs, Progressing, save
from claimcheck.cli.root import complain

if TYPE_CHECKING:
    from claimcheck.config import Settings
    from claimcheck.records import Finding
    from claimcheck.report import Report

__all__ = ["Gate", "gated_report", "of_files", "without_known", "write_baseline"]


@frozen
class Gate:
    """What is compared, and whether claims are kept between runs."""

    base: str | None = None
    head: str | None = None
    merge_base: bool = False
    no_cache: bool = False


def gated_report(inputs: Inputs, settings: Settings, gate: Gate) -> Report:
    """The report on the whole tree, or on the edit since the base."""
    from claimcheck.engine.store import Store
    from claimcheck.pipeline import STANDARD_INPUT, read_all, rules_for

    rules = rules_for(settings, inputs.packs)
    named = tuple(path for path in inputs.paths if path != STANDARD_INPUT)
    store = Store.in_memory() if gate.no_cache else Store.open()
    pauses = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)  # a run makes many small records and drops few: looking for cycles is waste
    try:
        with Progressing(inputs, LONG_WORK) as tell:
            if gate.base is not None:
                from claimcheck.engine.gate import check_edit

                done = check_edit(
                    named or (".",),
                    gate.base,
                    settings,
                    rules,
                    store,
                    head=gate.head,
                    merge_base=gate.merge_base,
                    progress=tell,
                )
            else:
                from claimcheck.engine.whole import check_tree

                given = read_all(
                    [path for path in inputs.paths if path == STANDARD_INPUT],
                    standard_input=lambda: sys.stdin.buffer.read(),
                    standard_input_name=inputs.stdin_filename,
                )
                done = check_tree(
                    named,
                    settings,
                    rules,
                    store,
                    further=given.documents,
                    skipped=given.skipped,
                    progress=tell,
                )
    finally:
        store.close()
        gc.set_threshold(*pauses)
    return done.report


def of_files(report: Report, files: Sequence[str]) -> Report:
    """The report with the findings that have an end in one of the files, or in a folder that is named."""
    wanted = [os.path.abspath(file) for file in files]

    def named(id: str) -> bool:
        path = os.path.abspath(id)
        return any(path == one or path.startswith(one + os.sep) for one in wanted)

    kept = [one for one in report.findings if any(named(claim.document) for claim in one.claims)]
    return evolve(report, findings=tuple(kept))


def without_known(report: Report, path: Path, *, whole: bool, quiet: bool) -> Report:
    """The report without what the baseline knows of; raises ``ClaimcheckError`` where it cannot be read."""
    from claimcheck.findings.baseline import Baseline

    baseline = Baseline.read(path)
    gone = baseline.gone(report.findings) if whole else 0
    if gone and not quiet:
        complain(f"{path}: {gone} known finding{'' if gone == 1 else 's'} no longer there; --update-baseline forgets")
    return evolve(report, findings=tuple(one for one in report.findings if not baseline.knows(one)))


def write_baseline(report: Report, path: Path) -> int:
    """Write the report's faults as the baseline; how many there are."""
    from claimcheck.findings.baseline import baseline_text
    from claimcheck.report.faults import is_fault

    found: list[Finding] = [one for one in report.findings if is_fault(one)]
    save(baseline_text(found, path.parent), path)
    return len({one.fingerprint for one in found})
