"""``claimcheck config``: the effective settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimcheck.cli.common import Inputs, emit, settings_of

if TYPE_CHECKING:
    from claimcheck.config import Settings

__all__ = ["command"]


@click.command("config")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Take settings from FILE.")
@click.option("--isolated", is_flag=True, help="Take no settings from any file.")
def command(**shared: Any) -> None:
    """Print the effective settings as TOML, each with where it came from.

    What is printed can be saved as claimcheck.toml and means the same.
    """
    emit(_shown(settings_of(Inputs(paths=(), **shared))))


def _shown(settings: Settings) -> str:
    fields = (
        ("rules", settings.rules),
        ("include", settings.include),
        ("exclude", settings.exclude),
        ("respect-gitignore", settings.respect_gitignore),
        ("fail-on", settings.fail_on.value),
        ("baseline", settings.baseline),
        ("rates", settings.rates),
    )
    lines = []
    for name, value in fields:
        origin = settings.origin(name.replace("-", "_"))
        lines.append(f"# {name} = none  # {origin}" if value is None else f"{name} = {_toml(value)}  # {origin}")
    for one in settings.files:
        lines += ["", f"[[files]]  # {settings.origin('files')}", f"match = {_toml(one.match)}"]
        lines += [f"history = {_toml(one.history)}", f"ignore = {_toml(one.ignore)}"]
    for id, rule in settings.rule.items():
        lines += ["", f"[rule.{id}]  # {settings.origin('rule')}", f"enabled = {_toml(rule.enabled)}"]
        if rule.severity is not None:
            lines.append(f"severity = {_toml(rule.severity.value)}")
        shares = (("approx", rule.approx), ("relative", rule.relative), ("absolute", rule.absolute))
        given = ", ".join(f"{name} = {value}" for name, value in shares if value is not None)
        if given:
            lines.append(f"tolerance = {{ {given} }}")
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """A value as TOML; JSON strings are TOML strings, save for the escape of the slash, which JSON need not make."""
    import json

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value.as_posix() if isinstance(value, Path) else str(value), ensure_ascii=False).replace(
        "\x7f", "\\u007f"
    )
