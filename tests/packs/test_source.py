"""Keys are found again in a TOML file: their lines, whatever stands before them."""

from pathlib import Path

from claimcheck.packs.source import read_source

TEXT = '''\
# comment = 1
title = "a = b"  # [[rule]]
text = """
id = "not a key"
[[rule]]
"""
list = [
  "x",
  "y = 2",
]
[[rule]]
id = "one"
[[rule.example]]
a = 'it\\'
[[rule.example]]
a = "z"
[[rule]]
id = "two"
[[rule.example]]
"a" = "q \\"\\"\\" q"
[words]
ship = ["vessel"]
'''


def test_lines_of_keys_and_tables(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(TEXT, encoding="utf-8")
    source = read_source(file)
    expected = {
        ("title",): 2,
        ("text",): 3,
        ("list",): 7,
        ("rule", 0): 11,
        ("rule", 0, "id"): 12,
        ("rule", 0, "example", 0): 13,
        ("rule", 0, "example", 1, "a"): 16,
        ("rule", 1, "id"): 18,
        ("rule", 1, "example", 0, "a"): 20,
        ("words", "ship"): 22,
    }
    assert {address: source.line(*address) for address in expected} == expected
    assert source.line("rule", 1, "missing") == 17
    assert len(source.data["rule"]) == 2
