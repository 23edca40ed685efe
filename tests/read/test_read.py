from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import read
from claimcheck.records import Span


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_text_is_the_files_own(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "One\r\ntwo\rthree\n")
    document = read(path)
    assert document.text == "One\r\ntwo\rthree\n"
    assert document.id == str(path)
    assert document.path == path
    assert read(path, id="mine").id == "mine"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, "a.md", "# Ærø 12 €\n".encode(encoding))
    assert read(path).text == "# Ærø 12 €\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_needs_its_mark(tmp_path: Path, encoding: str) -> None:
    mark = b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff"
    assert read(write(tmp_path, "a.txt", mark + "12 €".encode(encoding))).text == "12 €"
    with pytest.raises(ReadError) as caught:
        read(write(tmp_path, "b.txt", "12 €".encode(encoding)))
    assert caught.value.code == "binary"


def test_broken_utf8_is_placed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"fine\nk\xf8benhavn\n")
    with pytest.raises(ReadError) as caught:
        read(path)
    error = caught.value
    assert (error.code, error.line, error.path) == ("not-utf-8", 2, str(path))
    assert "byte 6" in error.message
    assert "UTF-8" in error.hint
    assert "\n" not in str(error)


def test_place_of_a_broken_byte_counts_the_mark(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="byte 4 "):
        read(write(tmp_path, "a.txt", b"\xef\xbb\xbfa\xff"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.bin", b"\x7fELF\0\0", "binary"),
        ("a.txt", b"a\0b", "binary"),
        ("a.txt", b"\xff\xfea\0b", "not-utf-16"),
        ("a.pdf", b"%PDF-1.7", "unknown-format"),
        ("a.docx", b"PK", "unknown-format"),
        ("a.html", b"<p>12</p>", "unknown-format"),
    ],
)
def test_what_is_no_text(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(write(tmp_path, name, data))
    assert caught.value.code == code
    assert caught.value.hint or code.startswith("not-")


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "no.md")
    assert caught.value.code == "missing"
    with pytest.raises(ReadError) as caught:
        read(tmp_path)
    assert caught.value.code == "is-folder"
    with pytest.raises(ReadError):
        read("a\0b")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may read anything")
def test_unreadable(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", "x")
    path.chmod(0)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code == "unreadable-file"


def test_circle_of_links(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.symlink_to(path)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.code == "unreadable-file"


def test_empty_file(tmp_path: Path) -> None:
    document = read(write(tmp_path, "a.md", b""))
    assert (document.text, document.title, document.published) == ("", None, None)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "markdown"),
        ("a.MDX", "markdown"),
        ("a.txt", "text"),
        ("a.rst", "rst"),
        ("a.adoc", "asciidoc"),
        ("LICENSE", "text"),
    ],
)
def test_formats(tmp_path: Path, name: str, form: str) -> None:
    assert read(write(tmp_path, name, "12\n")).format == form


TOML = """+++
title = "Harbours"
author = ["A. Okafor", "M. Lo"]
publisher = "Tern Press"
published = 2021-05-03
source = "harbours.pdf"
pages = 14
draft = false
tags = ["a"]
+++
Text of 12.
"""


def test_toml_front_matter(tmp_path: Path) -> None:
    document = read(write(tmp_path, "a.md", TOML))
    assert document.title == "Harbours"
    assert document.author == "A. Okafor, M. Lo"
    assert document.publisher == "Tern Press"
    assert document.published == dt.date(2021, 5, 3)
    assert dict(document.attributes) == {"source": "harbours.pdf", "pages": "14", "draft": "False"}
    assert document.text == TOML
    assert document.locate(Span(TOML.index("Text"), TOML.index("Text") + 4)).line == 11


def test_yaml_front_matter(tmp_path: Path) -> None:
    text = (
        "---\r\ntitle: 'Harbours: a survey'\r\ndate: 2021-05  # a month\r\nauthor: A. Okafor\r\nlayout: post\r\n"
        "tags:\r\n  - a\r\nlist: [1, 2]\r\n---\r\nText\r\n"
    )
    document = read(write(tmp_path, "a.md", text))
    assert document.title == "Harbours: a survey"
    assert document.author == "A. Okafor"
    assert document.published == dt.date(2021, 5, 31)
    assert dict(document.attributes) == {"published": "2021-05", "layout": "post"}


@pytest.mark.parametrize(
    ("value", "day", "kept"),
    [
        ('"2016"', dt.date(2016, 12, 31), "2016"),
        ('"2016-02"', dt.date(2016, 2, 29), "2016-02"),
        ('"2016-02-03"', dt.date(2016, 2, 3), None),
        ("2016-02-03T10:00:00Z", dt.date(2016, 2, 3), None),
        ("2016", dt.date(2016, 12, 31), "2016"),
        ('"2016-02-31"', None, "2016-02-31"),
        ('"last spring"', None, "last spring"),
    ],
)
def test_precision_of_the_date(tmp_path: Path, value: str, day: dt.date | None, kept: str | None) -> None:
    document = read(write(tmp_path, "a.md", f"+++\npublished = {value}\n+++\nx\n"))
    assert document.published == day
    assert dict(document.attributes).get("published") == kept


def test_published_goes_before_date(tmp_path: Path) -> None:
    text = "---\npublished: 2020-01-02\ndate: 2021-03-04\n---\n"
    assert read(write(tmp_path, "a.md", text)).published == dt.date(2020, 1, 2)


def test_rules_between_paragraphs_are_no_front_matter(tmp_path: Path) -> None:
    for text in ("---\nWe saw 12 terns\n---\nmore\n", "+++\nopen = 1\n", "---\n\n---x\n"):
        assert read(write(tmp_path, "a.md", text)).attributes == ()


def test_malformed_front_matter_is_placed(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", '+++\ntitle = "x"\nauthor = \n+++\n')
    with pytest.raises(ReadError) as caught:
        read(path)
    assert (caught.value.code, caught.value.path, caught.value.line) == ("front-matter", str(path), 3)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The **12** terns #\n", "The 12 terns"),
        ("\n\n# [Terns](http://x.y) of `Ayr`\n", "Terns of Ayr"),
        ("<h1 align='center'>Terns</h1>\n", "Terns"),
        ("## Second\n\n# First\n", "First"),
        ("```\n# no title\n```\n", None),
        ("text only\n", None),
    ],
)
def test_title_of_markdown(tmp_path: Path, text: str, title: str | None) -> None:
    assert read(write(tmp_path, "a.md", text)).title == title
