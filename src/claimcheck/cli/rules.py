"""``claimcheck rules``: list, show and test the rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimcheck.cli.common import Inputs, emit, finish, settings_of

if TYPE_CHECKING:
    from claimcheck.packs import Rule, RuleSet

__all__ = ["command"]

_Command = TypeVar("_Command", bound=Callable[..., object])
EXIT_FAILED = 1


@click.group("rules")
def command() -> None:
    """List the rules, explain one, or run the examples that are their tests."""


def _pack_options(command: _Command) -> _Command:
    for decorate in (
        click.option("--isolated", is_flag=True, help="Take no settings from any file."),
        click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Take settings from FILE."),
        click.option("--rules", "packs", multiple=True, metavar="PACK", help="A further rule pack: a folder or file."),
    ):
        command = decorate(command)
    return command


def _load(shared: dict[str, Any]) -> RuleSet:
    from claimcheck.pipeline import rules_for

    inputs = Inputs(paths=(), **shared)
    return rules_for(settings_of(inputs), inputs.packs)


def _wanted(rules: RuleSet, id: str) -> Rule:
    rule = rules.rule(id)
    if rule is None:
        from difflib import get_close_matches

        near = get_close_matches(id, [one.id for one in rules.rules], 1)
        hint = f"did you mean {near[0]!r}?" if near else "`claimcheck rules list` names them all."
        raise click.UsageError(f"there is no rule {id!r}; {hint}")
    return rule


@command.command("list")
@_pack_options
def list_rules(**shared: Any) -> None:
    """List the rules in effect, pack by pack."""
    rules = _load(shared)
    lines: list[str] = []
    width = max((len(rule.id) for rule in rules.rules), default=0)
    for pack in rules.packs:
        own = [rule for rule in rules.rules if rule.pack == pack.id]
        lines += [f"{pack.id}: {pack.title}"]
        lines += [
            f"  {rule.id:{width}}  {rule.relation.value:11}  {rule.severity.value:7}  {rule.title}" for rule in own
        ]
        lines += [] if own else ["  words and facts only"]
        lines += [""]
    emit("\n".join(lines[:-1]))


@command.command("show")
@click.argument("id")
@_pack_options
def show(id: str, **shared: Any) -> None:
    """Print the manual page of the rule ID, with its settings and examples, as Markdown."""
    from claimcheck.packs.manual import page

    emit(page(_wanted(_load(shared), id)))


@command.command("test")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@_pack_options
def test(ids: tuple[str, ...], **shared: Any) -> None:
    """Run the examples of all rules, or of those named. Exit code 1 where one fails."""
    from claimcheck.packs.examples import run_examples
    from claimcheck.pipeline import check

    rules = _load(shared)
    for id in ids:
        _wanted(rules, id)
    passed, failed = 0, 0
    lines: list[str] = []
    for outcome in run_examples(rules, lambda documents, rules: check(documents, rules).findings, ids or None):
        if outcome.passed:
            passed += 1
            continue
        failed += 1
        rule, example = outcome.rule, outcome.example
        lines += [
            f"{rule.path}:{example.line}: {rule.id}: expected {example.expect}, got {outcome.got}",
            f"    a: {' '.join(example.a.split())}",
            f"    b: {' '.join(example.b.split())}",
        ]
    total = passed + failed
    lines.append(f"{passed} of {total} examples passed" + (f", {failed} failed" if failed else ""))
    emit("\n".join(lines))
    finish([EXIT_FAILED if failed else 0])
