from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.read import find_files


def plant(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("12\n")


def names(root: Path, found: list[Path]) -> list[str]:
    return [path.relative_to(root).as_posix() for path in found]


def test_walks_a_folder_for_text(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "b.md",
        "a.txt",
        "sub/c.rst",
        "sub/d.adoc",
        "x.png",
        "y.py",
        ".hidden/e.md",
        ".f.md",
        "node_modules/g.md",
    )
    found, skips = find_files([tmp_path])
    assert names(tmp_path, found) == ["a.txt", "b.md", "sub/c.rst", "sub/d.adoc"]
    assert skips == []


def test_named_files_are_taken_whatever_they_are(tmp_path: Path) -> None:
    plant(tmp_path, "LICENSE", ".hidden.md", "y.py")
    (tmp_path / ".gitignore").write_text("*\n")
    found, _ = find_files([tmp_path / "y.py", tmp_path / "LICENSE", tmp_path / ".hidden.md"])
    assert names(tmp_path, found) == ["y.py", "LICENSE", ".hidden.md"]


def test_no_file_twice(tmp_path: Path) -> None:
    plant(tmp_path, "sub/a.md")
    found, _ = find_files([tmp_path / "sub" / "a.md", tmp_path, tmp_path / "sub"])
    assert names(tmp_path, found) == ["sub/a.md"]


def test_ignore_files_count_where_they_lie(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "build/b.md", "sub/c.md", "sub/keep.md", "sub/deep/c.md", "d.txt")
    (tmp_path / ".gitignore").write_text("build/\n*.txt\n")
    (tmp_path / "sub" / ".gitignore").write_text("*.md\n!keep.md\n")
    found, _ = find_files([tmp_path])
    assert names(tmp_path, found) == ["a.md", "sub/keep.md"]
    assert len(find_files([tmp_path], honour_ignore=False)[0]) == 6


def test_ignore_files_above_count_up_to_the_working_tree(tmp_path: Path) -> None:
    plant(tmp_path, "repo/docs/a.md", "repo/docs/b.md")
    (tmp_path / "repo" / ".git").mkdir()
    (tmp_path / "repo" / ".gitignore").write_text("docs/b.md\n")
    (tmp_path / ".gitignore").write_text("*.md\n")
    found, _ = find_files([tmp_path / "repo" / "docs"])
    assert names(tmp_path, found) == ["repo/docs/a.md"]


@pytest.mark.parametrize("line", ["!", "[z-a].md", "b.md\\"])
def test_a_line_that_no_pattern_can_be_is_passed_over(tmp_path: Path, line: str) -> None:
    plant(tmp_path, "a.md", "c.md")
    (tmp_path / ".gitignore").write_text(f"{line}\nc.md\n")
    found, _ = find_files([tmp_path])
    assert names(tmp_path, found) == ["a.md"]


def test_exclude(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "old/b.md", "sub/old/c.md")
    found, _ = find_files([tmp_path], exclude=["old/"])
    assert names(tmp_path, found) == ["a.md"]
    found, _ = find_files([tmp_path], exclude=["/old/"])
    assert names(tmp_path, found) == ["a.md", "sub/old/c.md"]


def test_circle_of_folders(tmp_path: Path) -> None:
    plant(tmp_path, "sub/a.md")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    found, _ = find_files([tmp_path])
    assert names(tmp_path, found) == ["sub/a.md"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere.md", "broken"])
def test_what_does_not_exist_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    found, skips = find_files([tmp_path / name])
    assert found == []
    assert [(skip.document, skip.code) for skip in skips] == [(str(tmp_path / name), "missing")]


def test_folder_without_text_is_named(tmp_path: Path) -> None:
    plant(tmp_path, "x.png")
    found, skips = find_files([tmp_path])
    assert found == []
    assert [skip.code for skip in skips] == ["empty-folder"]


def test_what_tests_read_is_no_documentation(tmp_path: Path) -> None:
    plant(tmp_path, "a.md", "tests/data/b.md", "tests/README.md", "pkg/fixtures/c.txt", "src/contest/d.md")
    found, _ = find_files([tmp_path])
    assert names(tmp_path, found) == ["a.md", "src/contest/d.md", "tests/README.md"]
    asked, _ = find_files([tmp_path / "tests"])
    assert names(tmp_path, asked) == ["tests/README.md", "tests/data/b.md"]
