"""The store: never out of date, never in the way."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from repositories import Tree, check

from claimcheck.engine import codec
from claimcheck.engine.store import Entry, Store, default_path
from claimcheck.lexicon import wordlist
from claimcheck.pipeline import extract_document, shipped_rules
from claimcheck.records import Claim, Document, Finding, Quantity, Reason, Section, Skip, Span, TimeSpan

PIER = "# Pier\n\nThe pier of Aldmouth is 310 metres long. It was opened on 3 May 1887 and cost £48,000.\n"
WALK = "# Walk\n\nThe pier of Aldmouth, 310 metres long, has about 24 lamps (12.5% of all).\n"


def entries(count: int, seed: int = 0) -> list[Entry]:
    rng = random.Random(seed)
    return [
        Entry(f"key {seed} {n}".encode(), rng.randbytes(300), frozenset({f"w {n % 7}", f"v {n}"})) for n in range(count)
    ]


def test_what_is_put_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "claims.sqlite"
    made = entries(1000)
    store = Store.open(path)
    store.put(made)
    store.close()
    store = Store.open(path)
    keys = [one.key for one in made]
    assert store.known([*keys, b"other"]) == set(keys)
    assert store.get(keys) == {one.key: one.body for one in made}
    held = store.holding(["w 3", "v 12", "v none"], keys)
    assert held == {"w 3": {one.key for n, one in enumerate(made) if n % 7 == 3}, "v 12": {keys[12]}, "v none": set()}
    assert store.holding(["w 3"], keys[:4]) == {"w 3": {keys[3]}}


def test_putting_again_replaces(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "claims.sqlite")
    store.put([Entry(b"k", b"old", frozenset({"w a"}))])
    store.put([Entry(b"k", b"new", frozenset({"w b"}))])
    assert store.get([b"k"]) == {b"k": b"new"}
    assert store.holding(["w a", "w b"], [b"k"]) == {"w a": set(), "w b": {b"k"}}


def test_entries_that_nothing_used_for_a_month_go(tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    store = Store.open(path)
    store.put(entries(10))
    keys = [one.key for one in entries(10)]
    raw = sqlite3.connect(path)
    raw.execute("UPDATE entry SET day = day - 40")
    raw.commit()
    store.tidy(keys[:4])
    assert store.known(keys) == set(keys[:4])


@pytest.mark.parametrize("damage", ["garbage", "truncated", "other tables", "flipped bytes", "folder", "empty"])
def test_a_damaged_store_is_made_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "claims.sqlite"
    store = Store.open(path)
    made = entries(500)
    store.put(made)
    store.close()
    data = path.read_bytes()
    if damage == "garbage":
        path.write_bytes(b"no database at all " * 1000)
    elif damage == "truncated":
        path.write_bytes(data[: len(data) // 2 + 100])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "flipped bytes":
        broken = bytearray(data)
        for at in range(8192, len(broken), 97):
            broken[at] ^= 0xFF
        path.write_bytes(bytes(broken))
    else:
        path.unlink()
        if damage == "folder":
            path.mkdir()
        else:
            sqlite3.connect(path).execute("CREATE TABLE entry (x)")
    store = Store.open(path)
    keys = [one.key for one in made]
    bodies = {one.key: one.body for one in made}
    for key, body in store.get(keys).items():
        assert bodies[key] == body
    store.holding(["w 1"], keys)
    store.put(made)
    assert store.get(keys) == bodies


def _writer(path: str, seed: int) -> None:
    store = Store.open(Path(path))
    for part in range(5):
        store.put(entries(20, seed * 10 + part))
    store.close()


def test_processes_may_write_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_writer, args=(str(path), seed)) for seed in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    store = Store.open(path)
    keys = [one.key for seed in range(3) for part in range(5) for one in entries(20, seed * 10 + part)]
    assert store.known(keys) == set(keys)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_may_be_killed_while_it_writes(tmp_path: Path) -> None:
    path = tmp_path / "claims.sqlite"
    code = (
        "import sys; from pathlib import Path; from claimcheck.engine.store import *\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "print('begun', flush=True)\n"
        "for n in range(100000):\n"
        "    store.put([Entry(f'{n} {m}'.encode(), b'x' * 2000, frozenset({f'w {n}'})) for m in range(20)])\n"
    )
    for wait in (0.02, 0.1):
        process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        store = Store.open(path)
        assert store.path == path
        # All of a write or nothing of it.
        raw = sqlite3.connect(path)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("SELECT count(*) % 20 FROM entry").fetchone() == (0,)
        raw.close()
        store.close()


def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "file"))
    store = Store.open()
    store.put(entries(3))
    assert len(store.known([one.key for one in entries(3)])) == 3


def test_documents_come_back_as_they_were() -> None:
    document = Document.from_text(PIER + WALK, id="a.md", title="T", format="markdown")
    found = extract_document(document, shipped_rules().lexicon)
    data = codec.encode(found.documents[0], found.claims, found.skipped)
    back, claims, skipped = codec.decode(data, document.text)
    assert len(claims) >= 5
    assert (claims, skipped) == (found.claims, found.skipped)
    assert attrs.asdict(back) == attrs.asdict(found.documents[0])


def test_every_field_of_a_record_is_kept() -> None:
    for record in (Claim, Quantity, Reason, Section, Skip, Span, TimeSpan):
        assert ",".join(one.name for one in attrs.fields(record)) in codec.LAYOUT
    for record, apart in ((Document, "text"), (Finding, "claims")):
        names = [one.name for one in attrs.fields(record) if one.name != apart]
        assert ",".join(names) in codec.LAYOUT.split(";")


@pytest.mark.parametrize("data", [b"", b"[]", b"[[], [], []]", b'[{"a": 1}, 2, 3]', b"\xff", b"[[1], [[1]], []]"])
def test_what_is_no_entry_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError, ArithmeticError)):
        codec.decode(data, "")


def test_only_changed_files_are_read_again(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    assert check(tree.root, ".", "-v").errors.count("reading") == 2
    assert check(tree.root, ".", "-v").errors.count("reading") == 0
    tree.write({"pier.md": PIER.replace("310", "345")})
    assert check(tree.root, ".", "-v").errors.split() == ["claimcheck:", "reading", "pier.md"]
    assert check(tree.root, ".", "-v", "--base", "HEAD").errors == ""


def test_the_cache_changes_no_finding(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.write({"pier.md": PIER.replace("310", "345")})
    for words in ([".", "--base", "HEAD"], ["."]):
        runs = [check(tree.root, *words), check(tree.root, *words), check(tree.root, *words, "--no-cache")]
        assert runs[0].data["findings"]
        assert runs[0] == runs[1] == runs[2]


def test_another_pack_makes_other_entries(tree: Tree) -> None:
    tree.commit({"pier.md": PIER})
    check(tree.root, ".")
    tree.write({"words.toml": '[synonyms]\npier = ["jetty"]\n'})
    assert check(tree.root, ".", "-v", "--rules", "words.toml").errors.count("reading") == 1
    assert default_path().exists()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a tree is judged from now on, an item each time with the number of claims."""
    import claimcheck.findings

    judge, seen = claimcheck.findings.judge, []

    def counting(claims: Sequence[Claim], *rest: object) -> list[Finding]:
        seen.append(len(claims))
        return judge(claims, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(claimcheck.findings, "judge", counting)
    return seen


def test_a_tree_as_it_was_is_not_judged_anew(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree.write({"pier.md": PIER, "walk.md": WALK.replace("310", "345")})
    seen = counted(monkeypatch)
    first = check(tree.root, ".")
    assert first.data["findings"]
    assert check(tree.root, ".") == first
    assert len(seen) == 1
    assert check(tree.root, ".", "--no-cache") == first
    assert len(seen) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"pier.md": PIER.replace("310", "333")},
        {"shore.md": PIER.replace("310", "333")},
        {"walk.md": None},
        {"claimcheck.toml": '[rule.value-conflict]\nseverity = "note"\n'},
        {"claimcheck.toml": '[[files]]\nmatch = ["walk.md"]\nhistory = true\n'},
        {"claimcheck.toml": 'rates = "rates.toml"\n', "rates.toml": 'base = "USD"\n[EUR]\n2016 = 1.1\n'},
        {"claimcheck.toml": 'rules = ["words.toml"]\n', "words.toml": '[synonyms]\npier = ["jetty"]\n'},
    ],
)
def test_another_tree_is_judged(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, change: dict[str, str | bytes | None]
) -> None:
    tree.write({"pier.md": PIER, "walk.md": WALK.replace("310", "345")})
    check(tree.root, ".")
    seen = counted(monkeypatch)
    tree.write(change)
    run = check(tree.root, ".")
    assert len(seen) == 1
    assert run == check(tree.root, ".", "--no-cache")


def test_findings_that_are_damaged_are_made_again(tree: Tree) -> None:
    tree.write({"pier.md": PIER, "walk.md": WALK.replace("310", "345")})
    first = check(tree.root, ".")
    with sqlite3.connect(default_path()) as connection:
        rows = connection.execute("SELECT id, body FROM entry").fetchall()
        for id, body in rows:
            spoilt = body[:20] + b"x" * max(0, len(body) - 20)
            connection.execute("UPDATE entry SET body = ?, sum = ? WHERE id = ?", (spoilt, zlib.crc32(spoilt), id))
    connection.close()
    assert check(tree.root, ".") == first


def test_what_the_word_list_answered_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordlist, "_bases", {})
    monkeypatch.setattr(wordlist, "_words", {})
    monkeypatch.setattr(wordlist, "_names", {})
    monkeypatch.setattr(wordlist, "_told", [0])
    assert wordlist.answers() is None
    asked = (wordlist.base_form("jetties"), wordlist.is_word("jetty"), wordlist.is_word("jetfoo"))
    assert asked == ("jetty", True, False)
    data = wordlist.answers()
    assert data is not None
    assert wordlist.answers() is None
    monkeypatch.setattr(wordlist, "_bases", {})
    monkeypatch.setattr(wordlist, "_words", {})
    monkeypatch.setattr(wordlist, "_names", {})
    wordlist.recall(data)
    monkeypatch.setitem(sys.modules, "simplemma", None)  # a question to the list would be an error
    assert (wordlist.base_form("jetties"), wordlist.is_word("jetty"), wordlist.is_word("jetfoo")) == asked
    for spoilt in (b"", b"[]", b"[1, 2]", b"\xff"):
        with pytest.raises((ValueError, AttributeError, TypeError)):
            wordlist.recall(spoilt)


def test_other_rates_in_the_same_file_are_another_tree(tree: Tree) -> None:
    tree.write({
        "mill.md": "In 2016 the Osterby bridge cost $40 million.\n",
        "other.md": "The cost of the Osterby bridge was €90 million in 2016.\n",
    })  # fmt: skip
    for rate, code in (("1.1", 1), ("0.4444", 0), ("1.1", 1)):
        tree.write({"rates.toml": f'base = "USD"\n[EUR]\n2016 = {rate}\n'})
        assert check(tree.root, ".", "--rates", "rates.toml").code == code
