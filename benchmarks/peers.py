"""The extractors that claimcheck is measured against, and the throw-away virtual environments that they run in.

Each is installed from the package index into an environment of its own, outside the project, so that none can disturb
another or the project's. One that does not install, import or finish in time is reported as missing, with the reason.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any, NamedTuple

WORKER = Path(__file__).with_name("peer_worker.py")


class Peer(NamedTuple):
    """A peer: its name, what is installed for it, the kinds that it reads, and what it is."""

    name: str
    packages: tuple[str, ...]
    reads: frozenset[str]


class Missing(Exception):  # noqa: N818
    """A peer that cannot be measured here, and why."""


PEERS = (
    Peer("quantulum3", ("quantulum3",), frozenset({"number", "bound", "money", "measure", "duration", "percent"})),
    Peer(
        "Recognizers-Text",
        ("recognizers-text-suite", "emoji<2"),
        frozenset({"number", "bound", "money", "measure", "duration", "percent", "age", "date"}),
    ),
    Peer("CQE", ("CQE",), frozenset({"number", "bound", "money", "measure", "duration"})),
    Peer("text2num", ("text2num",), frozenset({"number"})),
    Peer("number-parser", ("number-parser",), frozenset({"number"})),
    Peer("price-parser", ("price-parser",), frozenset({"money"})),
    Peer("dateparser.search", ("dateparser",), frozenset({"date"})),
    Peer("ctparse", ("ctparse",), frozenset({"duration", "date"})),
    Peer("spaCy small", ("spacy", "en-core-web-sm"), frozenset()),
)


def chosen(names: list[str]) -> list[Peer]:
    """The peers of these names; all where none is given. Raises ``Missing`` for a name that there is not."""
    known = {peer.name.lower(): peer for peer in PEERS}
    for name in names:
        if name.lower() not in known:
            raise Missing(f"there is no peer {name!r}: {', '.join(peer.name for peer in PEERS)}")
    return [known[name.lower()] for name in names] or list(PEERS)


def interpreter(peer: Peer, folder: Path, limit: float) -> Path:
    """The Python of the peer's environment under ``folder``, made where it is not there yet. Raises ``Missing``."""
    home = folder / "".join(letter if letter.isalnum() else "-" for letter in peer.name.lower())
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = home / "installed"
    failed = home / "failed"
    if ready.is_file():
        return python
    if failed.is_file():
        raise Missing(failed.read_text(encoding="utf-8"))
    venv.create(home, with_pip=True)
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.packages]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        reason = f"does not install within {limit:.0f} s"
    else:
        if done.returncode == 0:
            ready.touch()
            return python
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        reason = f"does not install: {errors[-1].removeprefix('ERROR: ') if errors else 'pip failed'}"
    failed.write_text(reason, encoding="utf-8")
    raise Missing(reason)


def run(python: Path | str, arguments: list[str], request: dict[str, Any], limit: float) -> dict[str, Any]:
    """What a worker answers to a request. Raises ``Missing`` where it fails or takes longer than ``limit`` seconds."""
    try:
        done = subprocess.run(
            [str(python), *arguments],
            input=json.dumps(request),
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Missing(f"does not finish within {limit:.0f} s") from None
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["no message"]
        raise Missing(f"does not run: {last[0][:120]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def ask(peer: Peer, work: str, request: dict[str, Any], folder: Path, install: float, limit: float) -> dict[str, Any]:
    """A peer's answer to a request, from a process of its own in its own environment. Raises ``Missing``."""
    return run(interpreter(peer, folder, install), [str(WORKER), peer.name, work], request, limit)


def machine() -> str:
    """What kind of machine this is, without its name: processor family, number of cores, system, Python."""
    import platform

    model = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {sys.version.split()[0]}"
