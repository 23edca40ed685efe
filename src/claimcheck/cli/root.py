"""The command ``claimcheck``: its sub-commands, and how it ends.

``docs/exit-codes.md`` says what the exit codes mean. A user never sees a traceback;
``CLAIMCHECK_DEBUG=1`` shows it to a developer.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from claimcheck.errors import ClaimcheckError, PackError
from claimcheck.version import __version__

__all__ = ["cli", "main"]

EXIT_UNREADABLE = 2
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141

# Name and short help of each sub-command; the module of that name in this package holds it as ``command``.
_COMMANDS = {
    "report": "Say where documents agree, contradict and only differ in scope.",
    "check": "Check documents as a gate: fail where they contradict each other.",
    "explain": "Explain one finding: its claims, tests, intervals and arithmetic.",
    "extract": "List the claims that documents make.",
    "rules": "List, explain and test the rules.",
    "config": "Print the effective settings and where each came from.",
    "version": "Print the version, with --verbose also the environment's.",
}


class _Lazy(click.Group):
    """A group that imports a sub-command's module only when the command is called or its help is read."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"claimcheck.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimcheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where documents agree and where they contradict each other in figures and dates.

    PATH may be a file, a folder or "-" for the standard input. Results go to the standard output,
    everything else to the standard error. Exit codes: 0 all well; 1 findings at or above --fail-on
    (check) or failed examples (rules test); 2 wrong usage, or input or settings that could not be read.
    """


def main() -> NoReturn:
    """Run the command and leave with its exit code."""
    sys.exit(_run())


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(prog_name="claimcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("claimcheck: interrupted", err=True)
        return EXIT_INTERRUPTED
    except PackError as error:
        for problem in error.problems or (error,):
            complain(str(problem))
        return EXIT_UNREADABLE
    except ClaimcheckError as error:
        complain(str(error))
        return EXIT_UNREADABLE
    except Exception as error:
        if os.environ.get("CLAIMCHECK_DEBUG"):
            raise
        kind = type(error).__name__
        complain(f"internal error: {kind}: {error} (please report it; CLAIMCHECK_DEBUG=1 says more)")
        return EXIT_UNREADABLE
    return code if isinstance(code, int) else 0


def complain(message: str) -> None:
    """One line on the standard error, in the name of the command."""
    click.echo(f"claimcheck: {' '.join(message.split())}", err=True)
