"""The gate in every kind of repository: renames, merges, links, submodules, shallow clones, worktrees, odd files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from repositories import Tree, check

from claimcheck.errors import ClaimcheckError

PIER = "# Pier\n\nThe pier of Aldmouth is 310 metres long and has 24 lamps.\n"
LONGER = PIER.replace("310 metres", "345 metres")
WALK = "# Walk\n\nThe walk leads along the pier of Aldmouth, which is 310 metres long.\n"
STALE = {("walk.md", "310 metres")}


def test_a_file_that_git_knows_as_renamed(tree: Tree) -> None:
    tree.commit({"pier.md": PIER + "\nIt was built of oak and iron.\n", "walk.md": WALK})
    tree.commit({"pier.md": None, "sights/pier.md": LONGER + "\nIt was built of oak and iron.\n"})
    assert check(tree.root, ".", "--base", "HEAD~1").ends("stale-copy") == STALE


def test_a_rename_alone_is_no_finding(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.commit({"pier.md": None, "sights/pier.md": PIER})
    run = check(tree.root, ".", "--base", "HEAD~1")
    assert (run.code, run.data["findings"]) == (0, [])


def test_a_merge_brings_an_edit_and_a_copy_together(tree: Tree) -> None:
    base = tree.commit({"pier.md": PIER})
    tree.git("checkout", "-q", "-b", "walks")
    tree.commit({"walk.md": WALK})
    tree.git("checkout", "-q", "main")
    main = tree.commit({"pier.md": LONGER})
    tree.git("merge", "-q", "--no-edit", "walks")
    assert check(tree.root, "--base", base).ends("stale-copy") == STALE
    # Seen from the branch into which it goes, the merge adds a statement that contradicts the others.
    run = check(tree.root, "--base", main)
    assert {claim["path"] for one in run.serious() for claim in one["claims"]} == {"pier.md", "walk.md"}


def test_merge_base_leaves_out_what_the_base_went_on_to_do(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK, "other.md": "# Other\n\nNothing.\n"})
    tree.git("checkout", "-q", "-b", "topic")
    tree.commit({"other.md": "# Other\n\nNothing yet.\n"})
    tree.git("checkout", "-q", "main")
    tree.commit({"pier.md": LONGER, "walk.md": WALK.replace("310", "345")})
    tree.git("checkout", "-q", "topic")
    assert check(tree.root, "--base", "main").data["findings"] != []
    run = check(tree.root, "--base", "main", "--merge-base")
    assert (run.code, run.data["findings"]) == (0, [])


def test_the_working_tree_with_staged_unstaged_and_untracked_files(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.write({"pier.md": LONGER, "new.md": "# New\n\nThe pier of Aldmouth is 310 metres long.\n"})
    run = check(tree.root, "--base", "HEAD")
    assert run.ends("stale-copy") == STALE | {("new.md", "310 metres")}
    tree.git("add", "pier.md")
    assert check(tree.root, "--base", "HEAD").ends("stale-copy") == run.ends("stale-copy")


def test_two_revisions_are_compared_without_the_working_tree(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.commit({"pier.md": LONGER})
    tree.write({"pier.md": PIER})
    assert check(tree.root, "--base", "HEAD~1", "--head", "HEAD").ends("stale-copy") == STALE
    assert check(tree.root, "--base", "HEAD~1").ends("stale-copy") == set()


def test_a_detached_head_a_worktree_and_a_sub_folder(tree: Tree, tmp_path: Path) -> None:
    tree.commit({"docs/pier.md": PIER, "docs/walk.md": WALK, "elsewhere.md": WALK})
    second = tree.commit({"docs/pier.md": LONGER})
    linked = tmp_path / "linked"
    tree.git("worktree", "add", "-q", "--detach", str(linked), second)
    assert check(linked / "docs", ".", "--base", "HEAD~1").ends("stale-copy") == STALE
    assert check(linked, "docs", "--base", "HEAD~1").ends("stale-copy") == {("docs/walk.md", "310 metres")}


def test_binary_files_other_encodings_and_line_ends(tree: Tree) -> None:
    windows = WALK.replace("\n", "\r\n")
    tree.commit(
        {
            "pier.md": PIER.replace("\n", "\r\n"),
            "walk.md": windows,
            "photo.png": b"\x89PNG\r\n\x1a\n\0\0310 metres",
            "old.txt": "Der Pier von Aldmouth ist 310 Meter lang; schön.".encode("latin-1"),
            "blob.md": b"310 metres\0\1\2",
            "wide.txt": "The pier of Aldmouth is 310 metres long.\n".encode("utf-16"),
        }
    )
    tree.commit({"pier.md": LONGER})
    run = check(tree.root, "--base", "HEAD~1")
    assert run.ends("stale-copy") == STALE | {("wide.txt", "310 metres")}
    assert run.code == 2
    assert "old.txt: not valid UTF-8" in run.errors.replace("line 1: ", "")
    assert "blob.md: this is no text file" in run.errors
    (line,) = {claim["line"] for one in run.serious() for claim in one["claims"] if claim["path"] == "walk.md"}
    assert line == 3


def test_line_ends_alone_are_no_finding(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.commit({"pier.md": PIER.replace("\n", "\r\n")})
    run = check(tree.root, "--base", "HEAD~1")
    assert (run.code, run.data["findings"]) == (0, [])


def test_links_that_lead_in_a_circle_and_to_one_file(tree: Tree) -> None:
    (tree.root / "docs").mkdir()
    (tree.root / "docs" / "loop").symlink_to("..")
    (tree.root / "self.md").symlink_to("self.md")
    (tree.root / "also.md").symlink_to("pier.md")
    tree.commit({"pier.md": PIER, "docs/walk.md": WALK})
    tree.commit({"pier.md": LONGER})
    run = check(tree.root, "--base", "HEAD~1")
    assert run.ends("stale-copy") == {("docs/walk.md", "310 metres")}


def test_the_files_of_a_submodule_are_another_projects(tree: Tree, tmp_path: Path) -> None:
    other = Tree(tmp_path / "other")
    other.commit({"walk.md": WALK})
    tree.commit({"pier.md": PIER})
    tree.git("submodule", "add", "-q", str(other.root), "vendor/walks")
    tree.git("commit", "-q", "-m", "a submodule")
    tree.commit({"pier.md": LONGER})
    assert (tree.root / "vendor/walks/walk.md").exists()
    run = check(tree.root, "--base", "HEAD~1")
    assert (run.code, run.ends("stale-copy")) == (0, set())
    assert check(tree.root, ".").code == 0


def test_a_shallow_clone_says_what_to_fetch(tree: Tree, tmp_path: Path) -> None:
    first = tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.commit({"pier.md": LONGER})
    clone = tmp_path / "clone"
    tree.git("clone", "-q", "--depth=1", f"file://{tree.root}", str(clone))
    with pytest.raises(ClaimcheckError, match="git fetch --deepen") as caught:
        check(clone, "--base", "HEAD~1")
    assert caught.value.code == "base-not-fetched"
    with pytest.raises(ClaimcheckError, match=f"git fetch --depth=1 origin {first}"):
        check(clone, "--base", first)
    tree.git("fetch", "-q", "--depth=1", "origin", first, cwd=clone)
    assert check(clone, "--base", first).ends("stale-copy") == STALE


@pytest.mark.parametrize("name", ["origin/old", "old", "v1.2", "refs/heads/old", "HEAD~1"])
def test_what_is_said_to_be_fetched_is_enough(tree: Tree, tmp_path: Path, name: str) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK})
    tree.git("branch", "old")
    tree.git("tag", "v1.2")
    tree.commit({"pier.md": LONGER})
    clone = tmp_path / "clone"
    tree.git("clone", "-q", "--depth=1", f"file://{tree.root}", str(clone))
    with pytest.raises(ClaimcheckError) as caught:
        check(clone, ".", "--base", name)
    told = re.search(r"git (fetch .*?)(?:;|\)|$)", str(caught.value.hint))
    assert told is not None
    tree.git(*told[1].split(), cwd=clone)
    assert check(clone, ".", "--base", name).ends("stale-copy") == STALE


def test_before_the_first_commit_everything_is_new(tree: Tree) -> None:
    tree.write({"pier.md": LONGER, "walk.md": WALK})
    run = check(tree.root, "--base", "HEAD")
    assert run.code == 1
    assert {claim["path"] for one in run.serious() for claim in one["claims"]} == {"pier.md", "walk.md"}


def test_within_reads_all_and_tells_of_some(tree: Tree) -> None:
    tree.commit({"pier.md": PIER, "walk.md": WALK, "sights/other.md": "# Other\n\nThe bus runs 12 times a day.\n"})
    tree.write({"pier.md": LONGER})
    assert check(tree.root, "--base", "HEAD", "--within", ".", "pier.md").ends("stale-copy") == STALE
    assert check(tree.root, "--base", "HEAD", "--within", ".", "sights").data["findings"] == []


def test_mistakes_are_told_plainly(tree: Tree, tmp_path: Path) -> None:
    tree.commit({"pier.md": PIER})
    for revision, message in (("mian", "no revision 'mian'"), ("--all", "names no revision"), ("", "names no")):
        with pytest.raises(ClaimcheckError, match=message):
            check(tree.root, f"--base={revision}")
    (tmp_path / "plain").mkdir()
    with pytest.raises(ClaimcheckError, match="needs a git repository"):
        check(tmp_path / "plain", "--base", "HEAD")
    (tmp_path / "plain" / "a.md").write_text("x")
    with pytest.raises(ClaimcheckError, match="lies outside the repository"):
        check(tree.root, ".", str(tmp_path / "plain"), "--base", "HEAD")


def test_names_that_git_and_shells_would_mangle(tree: Tree) -> None:
    odd = 'a "quoted" näme; $(rm -rf).md'
    tree.commit({"pier.md": PIER, odd: WALK, "-n.md": WALK})
    tree.commit({"pier.md": LONGER})
    run = check(tree.root, "--base", "HEAD~1")
    assert {path for path, _ in run.ends("stale-copy")} == {odd, "-n.md"}


def test_a_change_that_git_overlooks(tree: Tree) -> None:
    """git takes a file of the size and time that it remembers for unchanged; what the file holds decides."""
    for name, value in (("core.trustctime", "false"), ("core.checkStat", "minimal")):
        tree.git("config", name, value)
    for name in ("inn.md", "web.md"):
        tree.write({name: "# Inn\n\nThe Crow inn has 120 rooms.\n"})
        os.utime(tree.root / name, (1_000_000_000, 1_000_000_000))
    tree.git("add", "-A")
    tree.git("commit", "-q", "-m", "both")
    tree.write({"inn.md": "# Inn\n\nThe Crow inn has 134 rooms.\n"})
    os.utime(tree.root / "inn.md", (1_000_000_000, 1_000_000_000))
    assert tree.git("diff", "--name-only", "HEAD") == ""
    assert check(tree.root, ".", "--base", "HEAD").ends("stale-copy") == {("web.md", "120")}


def test_line_ends_that_git_converts_are_no_change(tree: Tree) -> None:
    tree.git("config", "core.autocrlf", "true")
    page = "# Inn\n\nThe Crow inn has 120 rooms.\n"
    tree.commit({"inn.md": page, "web.md": page})
    tree.write({"web.md": page.replace("\n", "\r\n")})
    run = check(tree.root, ".", "--base", "HEAD")
    assert (run.code, run.data["findings"], run.data["documents"]) == (0, [], [])
