"""What the commands share: options, settings, reading with progress, writing, and complaints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
from attrs import evolve, frozen

from claimcheck.cli.root import EXIT_BROKEN_PIPE, EXIT_UNREADABLE, complain
from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.config import Settings
    from claimcheck.packs import RuleSet
    from claimcheck.pipeline import Extraction, Progress
    from claimcheck.records import Skip
    from claimcheck.report import Report

__all__ = ["Inputs", "emit", "extraction", "input_options", "report_of", "save"]

_Command = TypeVar("_Command", bound=Callable[..., object])
LONG_WORK = 40
"""From how many documents on a terminal is told how far the work is."""


@frozen
class Inputs:
    """What the shared options say: where to read, by which rules, and how much to tell."""

    paths: tuple[str, ...]
    packs: tuple[str, ...] = ()
    rates: Path | None = None
    exclude: tuple[str, ...] = ()
    config: Path | None = None
    isolated: bool = False
    stdin_filename: str = ""
    quiet: bool = False
    verbose: bool = False


def input_options(required: bool = True) -> Callable[[_Command], _Command]:
    """The argument PATH… and the options that every command which reads documents takes."""
    decorators = (
        click.argument("paths", nargs=-1, required=required, metavar="PATH..." if required else "[PATH]..."),
        click.option("--rules", "packs", multiple=True, metavar="PACK", help="A further rule pack: a folder or file."),
        click.option(
            "--rates",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Rates of exchange, by which money is compared.",
        ),
        click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out paths, in .gitignore's syntax."),
        click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Take settings from FILE."),
        click.option("--isolated", is_flag=True, help="Take no settings from any file."),
        click.option(
            "--stdin-filename", default="", metavar="NAME", help="The name of what - reads; tells its format."
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print nothing on the standard error but errors."),
        click.option("-v", "--verbose", is_flag=True, help="Say on the standard error what is read."),
    )

    def decorated(command: _Command) -> _Command:
        for decorate in reversed(decorators):
            command = decorate(command)
        return command

    return decorated


def settings_of(inputs: Inputs) -> Settings:
    """The settings that hold: those of the file, patterns of the command line added."""
    from claimcheck.config import Settings, load_settings

    found = Settings() if inputs.isolated else load_settings(Path.cwd(), inputs.config)
    if inputs.verbose and found.path is not None:
        complain(f"settings from {found.path}")
    if inputs.rates is not None:
        found = evolve(found, rates=inputs.rates)
    return evolve(found, exclude=(*found.exclude, *inputs.exclude)) if inputs.exclude else found


def extraction(inputs: Inputs, settings: Settings) -> tuple[Extraction, RuleSet]:
    """Read and extract everything that the paths name; reading's skips come first among the skips."""
    from claimcheck.pipeline import extract_all, read_all, rules_for

    rules = rules_for(settings, inputs.packs)
    reading = read_all(
        inputs.paths,
        exclude=settings.exclude,
        respect_gitignore=settings.respect_gitignore,
        standard_input=lambda: sys.stdin.buffer.read(),
        standard_input_name=inputs.stdin_filename,
    )
    with Progressing(inputs, len(reading.documents)) as tell:
        found = extract_all(reading.documents, rules.lexicon, tell)
    return evolve(found, skipped=(*reading.skipped, *found.skipped)), rules


def report_of(inputs: Inputs, settings: Settings) -> Report:
    """The report on everything that the paths name."""
    from claimcheck.pipeline import judge_all

    found, rules = extraction(inputs, settings)
    return judge_all(found, rules)


class Progressing:
    """A line on a terminal's standard error that says how far a long run is, and then goes."""

    def __init__(self, inputs: Inputs, total: int) -> None:
        self.verbose = inputs.verbose
        self.live = not inputs.quiet and not inputs.verbose and total >= LONG_WORK and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self.tell

    def tell(self, done: int, total: int, id: str) -> None:
        if self.verbose:
            complain(f"reading {id}")
        elif self.live and total >= LONG_WORK and done % 10 == 0:
            click.echo(f"\rclaimcheck: {done:,} of {total:,} documents", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if self.live:
            click.echo("\r\x1b[2K", nl=False, err=True)


def complaints(skipped: Iterable[Skip]) -> int:
    """One line for each file that was not read; the exit code that this asks for."""
    code = 0
    for skip in skipped:
        if skip.span is None:
            complain(f"{skip.document}: {skip.reason}")
            code = EXIT_UNREADABLE
    return code


def emit(text: str) -> None:
    """Write a result to the standard output, in UTF-8 where it is not a terminal."""
    if not text:
        return
    if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough: let the exit flush into nothing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        click.get_current_context().exit(EXIT_BROKEN_PIPE)


def save(text: str, path: Path) -> None:
    """Write a result to a file; raises ``ClaimcheckError`` where that fails."""
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise ClaimcheckError(
            "output-unwritable",
            f"cannot be written: {error.strerror or error}",
            path=str(path),
            hint="check the folder and its permissions",
        ) from None


def finish(codes: Sequence[int]) -> None:
    """Leave with the gravest of the codes."""
    worst = max(codes, default=0)
    if worst:
        click.get_current_context().exit(worst)
