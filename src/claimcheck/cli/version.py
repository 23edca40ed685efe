"""``claimcheck version``."""

from __future__ import annotations

import click

from claimcheck.version import __version__

__all__ = ["command"]


@click.command("version", short_help="Print the version.")
@click.option("-v", "--verbose", is_flag=True, help="Also print the versions of Python and of the main libraries.")
def command(verbose: bool) -> None:
    """Print the version, with --verbose also the versions that a bug report should name."""
    click.echo(f"claimcheck {__version__}")
    if verbose:
        import platform
        from importlib.metadata import version

        click.echo(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}")
        for name in (
            "attrs",
            "cattrs",
            "click",
            "dateparser",
            "markdown-it-py",
            "pint",
            "regex",
            "rich",
            "simplemma",
        ):
            click.echo(f"{name} {version(name)}")
