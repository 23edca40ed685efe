"""A rule's page for ``docs/rules/``, made from its TOML."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from claimcheck.packs.model import Pack, Rule, RuleSet

__all__ = ["page", "pages", "write_pages"]


def page(rule: Rule) -> str:
    """The rule's manual page in Markdown."""
    lines = [f"# {rule.id}", "", f"**{rule.title}.** {rule.summary}", ""]
    if rule.why:
        lines += [*rule.why.splitlines(), ""]
    lines += [
        "| setting | value |",
        "| --- | --- |",
        *(f"| {key} | {value} |" for key, value in _settings(rule)),
        "",
    ]
    lines += ["## Examples", ""]
    for example in rule.examples:
        dates = [f" ({date})" if date else "" for date in (example.a_date, example.b_date)]
        lines += [*_quoted(example.a, dates[0])]
        if example.b:
            lines += ["", *_quoted(example.b, dates[1])]
        lines += ["", f"→ **{example.expect}**", ""]
    return "\n".join(lines).rstrip() + "\n"


def _quoted(text: str, date: str) -> list[str]:
    lines = text.splitlines() or [""]
    return ["```text", *lines, "```"] if len(lines) > 1 else [f"> {lines[0]}{date}"]


def _settings(rule: Rule) -> list[tuple[str, str]]:
    tolerance = rule.tolerance
    rows = [
        ("pack", rule.pack),
        ("reports", rule.relation.value),
        ("severity", rule.severity.value),
        ("comparator", rule.comparator),
        ("kinds", ", ".join(sorted(rule.select.kinds)) or "all"),
        ("measure", ", ".join(rule.select.measure)),
        ("about", ", ".join(rule.select.about)),
        ("path", ", ".join(rule.select.path)),
        ("tolerance of rounded words (about, almost)", _percent(tolerance.approx)),
        ("tolerance of every figure", _percent(tolerance.relative) if tolerance.relative else ""),
        ("message", f"`{rule.message}`"),
    ]
    return [(key, value) for key, value in rows if value]


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):g} %"


def pages(ruleset: RuleSet) -> dict[str, str]:
    """File name → contents of every rule's page and of the index."""
    made = {f"{rule.id}.md": page(rule) for rule in ruleset.rules}
    made["README.md"] = _index(ruleset)
    return made


def _index(ruleset: RuleSet) -> str:
    lines = ["# Rules", "", "One page a rule, generated from the packs in `rules/`.", ""]
    for pack in ruleset.packs:
        lines += [f"## {pack.title}", "", pack.summary, "", *_rows(pack, ruleset)]
    return "\n".join(lines).rstrip() + "\n"


def _rows(pack: Pack, ruleset: RuleSet) -> list[str]:
    own = [rule for rule in ruleset.rules if rule.pack == pack.id]
    if not own:
        return []
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.relation.value} | {rule.severity.value} | {rule.summary} |"
        for rule in own
    ]
    return ["| rule | reports | severity | what it finds |", "| --- | --- | --- | --- |", *rows, ""]


def write_pages(ruleset: RuleSet, folder: Path) -> list[Path]:
    """Write all pages into a folder, replacing what differs; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in sorted(pages(ruleset).items()):
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            written.append(path)
    return written
