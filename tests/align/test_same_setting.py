"""The value of a setting in a table, and sentences that give it by the setting's name."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck import Document, Relation

TABLE = """# Configuration

| Key | Default | Unit | Meaning |
| --- | --- | --- | --- |
| `maxReplyWords` | 8000 | | A reply is cut above this |
| `KEEP_DAYS` | 365 | | How long drafts are kept |
| `poll.interval` | 10 | min | Time between two polls |
| `pool_size` | 10 | | Connections |

| Preset | Checks | For |
| --- | --- | --- |
| `:full` | 27 | those who want all |
| `:small` | 9 | the others |
"""


def conflicts(sentence: str) -> set[str]:
    """The figures of the sentence that are found to contradict the table."""
    documents = [
        Document.from_text(f"# Mirror\n\n{sentence}\n", id="README.md", format="markdown"),
        Document.from_text(TABLE, id="docs/configuration.md", format="markdown"),
    ]
    return {
        claim.text
        for finding in claimcheck.check(documents).findings
        if finding.relation is Relation.CONTRADICTS
        for claim in finding.claims
        if claim.document == "README.md"
    }


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Replies end at 6,000 words by default (`maxReplyWords`).", "6,000"),
        ("What was drafted stays for 180 days by default. Change it with `KEEP_DAYS`.", "180 days"),
        ("Unless `KEEP_DAYS` is changed, a draft is lost after 90 days.", "90 days"),
        ("```yaml\npool_size: 50  # default: 20\n```", "20"),
        ("The `:full` preset runs 26 checks.", "26"),
        ("There are presets: `:small` (9 checks) and `:full` (26 checks).", "26"),
        ("The server is asked every 15 minutes unless `poll.interval` says otherwise.", "every 15 minutes"),
    ],
)
def test_the_name_of_a_setting_joins_a_sentence_to_its_value(sentence: str, figure: str) -> None:
    assert conflicts(sentence) == {figure}


@pytest.mark.parametrize(
    "sentence",
    [
        "For big sites set `pool_size` to 50.",
        "We recommend a `pool_size` of 50 for more than 300 readers.",
        "`pool_size` may be from 1 to 500.",
        "Replies end at 8,000 words by default (`maxReplyWords`).",
        "The page holds 20 drafts. See `KEEP_DAYS`.",
        "The `:full` preset has 4 options.",
        "The `:small` preset runs 9 checks, the `:full` one more.",
    ],
)
def test_advice_and_other_figures_are_no_default(sentence: str) -> None:
    assert conflicts(sentence) == set()
