"""What is read of blocks of code."""

from __future__ import annotations

from claimcheck.segment.model import BlockKind
from segment.helpers import all_shown, cut, shown


def read(language: str, body: str) -> list[str]:
    return all_shown(f"```{language}\n{body}\n```\n", kind=BlockKind.CODE)


def labelled(language: str, body: str) -> list[tuple[str, str]]:
    segments = cut(f"```{language}\n{body}\n```\n")
    return [(unit.label, shown(segments, unit)) for unit in segments.units]


def test_comments_are_read_and_statements_are_not() -> None:
    assert read("python", "x = 12\n# at most 9 boats\ny = 'a # 3'\n") == ["at most 9 boats"]
    assert read("c", "int x = 12; // nine boats\n/* and\n * 14 ports */\n") == ["nine boats", "and 14 ports"]
    assert read("sql", "SELECT 12; -- nine boats\n") == ["nine boats"]
    assert read("js", 'let u = "http://x.org/12"; // four') == ["four"]
    assert read("json", '{"boats": 12}') == []


def test_comment_over_lines_is_one_sentence_or_several() -> None:
    assert read("yaml", "# The fleet has 12\n# boats. Nine float.\n#\n# Four sank.\nboats: 12\n") == [
        "The fleet has 12 boats.",
        "Nine float.",
        "Four sank.",
    ]


def test_statement_that_is_commented_out_is_code() -> None:
    assert read("ruby", "# Limits for boats\n# config.limit = 12\n# config.rate = 0.3  # up to 30 %\n") == [
        "Limits for boats",
        "up to 30 %",
    ]


def test_comment_beside_code_knows_what_it_is_on() -> None:
    assert labelled("toml", "max_boats = 12  # default: 15") == [("max_boats", "default: 15")]
    assert labelled("bash", "$ tern count  # 14 in all") == [("tern count", "14 in all")]


def test_directory_tree() -> None:
    body = (
        "tern/\n├── rules/      # 49 rules\n│   ├── wings.py   12 checks (fast)\n│   └── tail.py\n└── docs/ — 7 pages"
    )
    assert labelled("", body) == [
        ("", "tern/"),
        ("rules/", "49 rules"),
        ("wings.py", "12 checks (fast)"),
        ("", "tail.py"),
        ("docs/", "7 pages"),
    ]


def test_diagram() -> None:
    body = "┌────────────┐   ┌──────────┐\n│ 15 readers │──▶│ 4 stores │\n└────────────┘   └──────────┘"
    assert read("text", body) == ["15 readers", "4 stores"]
    assert read("mermaid", 'flowchart LR\n  A["15 readers"] --> B[4 stores]') == ["15 readers", "4 stores"]


def test_session_shows_output_but_no_commands() -> None:
    assert read("console", "$ tern count --max 9\n14 terns in 3 files\n$ tern --version\ntern 2.1\n") == [
        "14 terns in 3 files",
        "tern 2.1",
    ]


def test_a_transcript_of_an_interpreter_shows_its_comments_alone() -> None:
    assert read("pycon", ">>> 3 * 4\n12\n>>> for x in y:\n...     n = 9\n") == []
    assert read("python", ">>> terns.count()  # 14 terns nest here\n14\n") == ["14 terns nest here"]
    assert read("", "In [1]: weigh()\nOut[1]: 40 kg\n\nIn [2]: # the scale ends at 90 kg\n") == [
        "the scale ends at 90 kg"
    ]
    assert read("pycon", ">>> load(9)\nTraceback (most recent call last):\nValueError: at most 7 crates\n") == []
    assert read("rst", ">>> tern.weigh()\n<Mass(40, 'kilogram')>\n") == []


def test_prose_in_a_fence_is_sentences() -> None:
    body = (
        "The linter has 14 rules that look for boats with too many\nmasts. Nine of them are new.\n\n"
        "- 4 for sails\n- 5 for hulls"
    )
    assert read("text", body) == [
        "The linter has 14 rules that look for boats with too many masts.",
        "Nine of them are new.",
        "4 for sails",
        "5 for hulls",
    ]
    assert read("markdown", "# The 14 rules\n\nNine.") == ["The 14 rules", "Nine."]


def test_program_without_a_language_is_no_prose() -> None:
    assert read("", "limit = 12\nport = 80\nrun(limit)  # nine\n") == ["nine"]
    assert read("", "npm install tern\nnpm run build\n") == []


def test_program_code_is_named_as_skipped() -> None:
    assert [skip.code for skip in cut("```python\nx = 1\n```\n").skips] == ["code"]


def test_indented_code_in_markdown_but_not_in_plain_text() -> None:
    assert cut("A:\n\n    x = 12\n    y = 9\n").blocks[1].kind is BlockKind.CODE
    assert cut("A:\n\n    We have 12 boats.\n", "text").blocks[1].kind is BlockKind.PROSE
    assert cut("!!! note\n    We have 12 boats.\n\n    And 9 oars.\n").blocks[-1].kind is BlockKind.PROSE
