"""Runs the examples of a documentation page, in order, in a scratch folder.

    python tests/doc_examples.py PAGE FOLDER

A fenced block is an example by its info string:

| info string | what is done with the block |
| --- | --- |
| ``toml title="words.toml"`` | written to that file (any language) |
| ``python title="cli/check.py" append`` | added at the end of that file |
| ``diff title="cli/check.py"`` | applied to that file: context and minus lines must stand there once |
| ``pycon`` | run as a doctest; the blocks of a page share their names |
| ``console`` | each ``$ claimcheck …`` is run and its output, errors after it, compared |

Other blocks are passed over. The exit code is 1 where an example fails.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import sys
from pathlib import Path
from typing import Any

from attrs import frozen

_FENCE = re.compile(r"^(?P<mark>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=mark)[ ]*$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r'\btitle="([^"]+)"')


@frozen
class Block:
    """A fenced block with its language, its file and the line that its body begins at."""

    language: str
    title: str
    append: bool
    body: str
    line: int


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page in order."""
    found = []
    for match in _FENCE.finditer(page):
        info = match["info"].strip()
        title = _TITLE.search(info)
        language = info.split()[0] if info else ""
        line = page.count("\n", 0, match.start("body")) + 1
        found.append(Block(language, title[1] if title else "", info.endswith(" append"), match["body"], line))
    return found


def edits(page: str) -> bool:
    """Whether a page's examples change or add files of the program."""
    return any(block.title.startswith(("src/", "rules/")) for block in blocks(page))


def run(page: Path) -> list[str]:
    """The faults of a page's examples, run in the current folder."""
    names: dict[str, Any] = {}
    faults = []
    for block in blocks(page.read_text(encoding="utf-8")):
        place = f"{page.name}:{block.line}"
        if block.title.startswith("src/"):
            _forget(names)
        if block.language == "diff" and block.title:
            faults.extend(_patch(block, place))
        elif block.title:
            file = Path(block.title)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a" if block.append else "w", encoding="utf-8") as out:
                out.write(("\n" if block.append else "") + block.body)
        elif block.language == "pycon":
            faults.extend(_doctest(block, place, names))
        elif block.language == "console":
            faults.extend(_console(block, place))
    return faults


def _forget(names: dict[str, Any]) -> None:
    """Make what follows load the program anew, for its files change."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "claimcheck"]:
        del sys.modules[name]
    names.clear()


def _patch(block: Block, place: str) -> list[str]:
    lines = block.body.splitlines()
    old = "\n".join(line[1:] for line in lines if line[:1] in "- ")
    new = "\n".join(line[1:] for line in lines if line[:1] in "+ ")
    file = Path(block.title)
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        return [f"{place}: {block.title} holds the old lines {text.count(old)} times"]
    file.write_text(text.replace(old, new), encoding="utf-8")
    return []


def _doctest(block: Block, place: str, names: dict[str, Any]) -> list[str]:
    test = doctest.DocTestParser().get_doctest(block.body, names, place, None, 0)
    test.globs = names
    said: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test, out=said.append, clear_globs=False)
    return ["".join(said)] if runner.failures else []


def _console(block: Block, place: str) -> list[str]:
    import subprocess

    faults = []
    for part in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, wanted = part.partition("\n")
        words = shlex.split(command)
        assert words[0] == "claimcheck", command
        done = subprocess.run(
            [sys.executable, "-m", *words],
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
        )
        got = done.stdout + done.stderr
        if _plain(got) != _plain(wanted):
            faults.append(f"{place}: $ {command}\nwanted:\n{wanted}\ngot:\n{got}")
    return faults


def _plain(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def main() -> int:
    """Run one page's examples in a folder and print what fails."""
    page, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    os.chdir(folder)
    faults = run(page)
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
