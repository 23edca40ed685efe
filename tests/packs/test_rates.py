"""Files of rates: what they say, and how faults are told."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import PackError
from claimcheck.packs.rates import Rate, Rates, load_rates

TOML = """
base = "USD"
tolerance = 0.05

[EUR]
2015 = 1.11
2016 = 1.107
2016-06 = 1.123
2016-06-30 = 1.1102

[GBP]
2016 = 1.35
"""
CSV = "currency,date,rate,base\nEUR,2015,1.11,USD\nEUR,2016,1.107,USD\nEUR,2016-06,1.123,USD\n"


def written(folder: Path, text: str, name: str = "rates.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def year(number: int) -> tuple[dt.date, dt.date]:
    return dt.date(number, 1, 1), dt.date(number, 12, 31)


def test_the_finest_rate_that_covers_a_time_is_taken(tmp_path: Path) -> None:
    rates = load_rates(written(tmp_path, TOML))
    assert (rates.base, rates.tolerance) == ("USD", Fraction(1, 20))
    day = dt.date(2016, 6, 30)
    assert rates.between("EUR", "USD", day, day) == (Fraction("1.1102"),) * 2
    day = dt.date(2016, 6, 29)
    assert rates.between("EUR", "USD", day, day) == (Fraction("1.123"),) * 2
    assert rates.between("EUR", "USD", *year(2016)) == (Fraction("1.107"),) * 2
    assert rates.between("USD", "EUR", *year(2016)) == (1 / Fraction("1.107"),) * 2
    assert rates.between("GBP", "EUR", *year(2016)) == (Fraction("1.35") / Fraction("1.107"),) * 2


def test_a_longer_time_takes_the_least_and_the_most(tmp_path: Path) -> None:
    rates = load_rates(written(tmp_path, TOML))
    two = rates.between("EUR", "USD", dt.date(2015, 1, 1), dt.date(2016, 12, 31))
    assert two == (Fraction("1.107"), Fraction("1.123"))
    assert rates.between("EUR", "USD", dt.date(2014, 1, 1), dt.date(2016, 12, 31)) is None
    assert rates.between("EUR", "USD", *year(2019)) is None
    assert rates.between("JPY", "USD", *year(2016)) is None


def test_csv_says_the_same(tmp_path: Path) -> None:
    made = load_rates(written(tmp_path, CSV, "rates.csv"))
    assert made.base == "USD"
    assert made.of["EUR"] == load_rates(written(tmp_path, TOML.replace("2016-06-30 = 1.1102\n", ""))).of["EUR"]


@pytest.mark.parametrize(
    ("name", "text", "line", "says"),
    [
        ("r.toml", "[EUR]\n2016 = 1.1\n", 1, "lacks 'base'"),
        ("r.toml", 'base = "usd"\n', 1, "'usd' is no currency"),
        ("r.toml", 'base = "USD"\n[USD]\n2016 = 1\n', 2, "is the base itself"),
        ("r.toml", 'base = "USD"\n\n[EURO]\n2016 = 1.1\n', 3, "'EURO' is no currency"),
        ("r.toml", 'base = "USD"\n[EUR]\n2016-13 = 1.1\n', 3, "no day, month or year"),
        ("r.toml", 'base = "USD"\n[EUR]\n2016 = "x"\n', 3, "must be a number"),
        ("r.toml", 'base = "USD"\n[EUR]\n2016 = 0\n', 3, "a rate is above 0"),
        ("r.toml", 'base = "USD"\n[EUR]\n2016 = -1\n', 3, "must be at least 0"),
        ("r.toml", 'base = "USD"\ntolerance = 2\n', 2, "between 0 and 1"),
        ("r.toml", 'base = "USD\n', 1, "not valid TOML"),
        ("r.csv", "currency,rate\nEUR,1\n", 1, "the columns"),
        ("r.csv", "currency,date,rate,base\nEUR,2016,1.1,USD\nEUR,2017,1.1,GBP\n", 3, "'GBP' after 'USD'"),
        ("r.csv", "currency,date,rate,base\nEUR,soon,1.1,USD\n", 2, "'soon' is no day"),
        ("r.csv", "currency,date,rate,base\nEUR,2016,inf,USD\n", 2, "no number above 0"),
        ("r.csv", "currency,date,rate,base\neuro,2016,1.1,USD\n", 2, "'euro' is no currency"),
    ],
)
def test_faults_name_file_line_and_key(tmp_path: Path, name: str, text: str, line: int, says: str) -> None:
    path = written(tmp_path, text, name)
    with pytest.raises(PackError) as caught:
        load_rates(path)
    (first, *_) = caught.value.problems or (caught.value,)
    assert says in first.message
    assert (first.path, first.line) == (str(path), line)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for name in ("nowhere.toml", "nowhere.csv"):
        with pytest.raises(PackError) as caught:
            load_rates(tmp_path / name)
        assert caught.value.path == str(tmp_path / name)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_hostile_files_are_refused_not_crashed(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name in ("r.toml", "r.csv"):
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
            with pytest.raises(PackError):
                load_rates(path)


worth = st.fractions(Fraction(1, 1000), 1000)


@given(worth, worth)
def test_there_and_back_is_one(one: Fraction, other: Fraction) -> None:
    table = {name: (Rate(*year(2016), value),) for name, value in (("EUR", one), ("GBP", other))}
    rates = Rates("USD", table)
    there, back = rates.between("EUR", "GBP", *year(2016)), rates.between("GBP", "EUR", *year(2016))
    assert there is not None
    assert back is not None
    assert there[0] * back[1] == 1
