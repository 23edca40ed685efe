"""Files that are data, and texts that are not in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.lexicon import default
from claimcheck.pipeline import extract_document
from claimcheck.records import Document
from claimcheck.segment import segment
from claimcheck.segment.nature import FOREIGN, data_reason, is_foreign

PROSE = "The harbour has 12 cranes.\nEach of them lifts 40 tonnes.\nTwo of them are new.\nThey work at night.\n"
PINS = "attrs==23.2\nrich>=13,<14\nclick[all]~=8.1  # for the command\n-r base.txt\n"


def document(name: str, text: str, form: str = "text") -> Document:
    return Document(id=name, text=text, path=Path(name), format=form)


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("requirements-dev.txt", PROSE, "text"),
        ("requirements/docs.txt", PROSE, "text"),
        ("LICENSE.md", PROSE, "markdown"),
        ("CMakeLists.txt", PROSE, "text"),
        ("build/frozen.txt", PINS, "text"),
        ("run.txt", "10:04:11 started 3 workers\n10:04:12 INFO ready\n10:04:13 served 12\n10:04:15 done\n", "text"),
        ("env.txt", "retries = 3\ntimeout = 30\nport = 8080\nworkers = 4\nname = tern\n", "text"),
    ],
)
def test_data(name: str, text: str, form: str) -> None:
    found = extract_document(document(name, text, form), default())
    assert found.claims == ()
    assert [skip.code for skip in found.skipped] == ["data"]
    assert found.skipped[0].reason


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("notes.txt", PROSE, "text"),
        ("lock.rst", PROSE, "rst"),
        ("README.md", PINS, "markdown"),
        ("short.txt", "a = 1\nb = 2\n", "text"),
    ],
)
def test_documents(name: str, text: str, form: str) -> None:
    assert data_reason(document(name, text, form)) == ""


def test_a_text_without_a_file_is_never_data() -> None:
    assert data_reason(Document.from_text(PINS)) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Le port a douze grues qui sont dans les docks de la ville, et vous pouvez les voir avec un guide, "
        "mais pas dans la nuit, pour des raisons qui sont dans le plan du port et sur les murs.",
        "Der Hafen hat zwölf Kräne, die auf den Docks der Stadt sind, und Sie werden von einer Brücke aus mit dem "
        "Fernglas zu sehen sein, wenn es nicht regnet und die Sonne für eine Stunde auf das Wasser scheint.",
        "港には十二台のクレーンがあり、それぞれ四十トンを持ち上げることができます。夜も働いています。",
        "В порту двенадцать кранов, и каждый поднимает сорок тонн. Ночью они тоже работают.",
    ],
)
def test_other_languages(text: str) -> None:
    assert is_foreign(text)
    segments = segment(Document.from_text(text))
    assert FOREIGN in segments.document.attributes
    assert "language" in [skip.code for skip in segments.skips]


@pytest.mark.parametrize("text", [PROSE, "", "12 / 40", "São Paulo, Łódź and Málaga have 12 cranes.", "`für` 3"])
def test_english_and_too_little_to_tell(text: str) -> None:
    assert not is_foreign(text)


LOCKED = "".join(f"parcel{number}==1.{number}\n    # via quillon\n    #   inkwell\n" for number in range(8))
CACHE = "".join(f"// What part {number} is\nPART_{number}:STRING=/opt/part{number}\n\n" for number in range(8))
KEYS = "".join("MIIDQTCCAimgAwIBAgITBmyfz5m" + "jAo54vB4ikPmljZbyjANBgkqhkiG9w0BAQsFA" * 2 + "\n" for _ in range(8))
PAGE = "".join(f'{number}:I[405{number},["/static/a{number}.js","/static/b.js"],"Edge"]\n' for number in range(8))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LOCKED, "pins or settings"),
        (CACHE, "pins or settings"),
        (KEYS, "encoded data"),
        (PAGE, "serialised data"),
    ],
)
def test_what_programs_keep_in_plain_text(text: str, told: str) -> None:
    assert told in data_reason(document("kept.txt", text, "text"))


def test_names_in_a_text_of_syllables_do_not_make_it_english() -> None:
    assert is_foreign(
        "`make unit` の全テストが合格し、Docker smoke も PASS しました。dashboard は user 環境で要確認です。"
    )
