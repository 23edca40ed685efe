"""Parts of what was counted that only an adjective tells, and plurals before their verb."""

from __future__ import annotations

import pytest
from sentences import claim

PARTS = [
    # the whole before the brackets or the colon
    ("The guide lists 30 huts (22 open, 8 closed-off).", "22", "open huts"),
    ("The guide lists 30 huts (22 open, 8 snow-covered).", "8", "snow-covered huts"),
    ("The line has 14 rail bridges (9 wooden, 5 steel-framed).", "5", "steel-framed rail bridges"),
    ("It has 30 staff (12 full-time, 18 part-time).", "18", "part-time staff"),
    ("The choir has 40 singers (25 Danish, 15 Norwegian).", "15", "norwegian singers"),
    ("The quay has 12 cranes: 7 are electric and 5 diesel-powered.", "7", "electric cranes"),
    ("Of the 60 checks, 48 are mandatory, 12 optional.", "12", "optional checks"),
    # the noun of the first part, and each one's own adjective
    ("18 alarms are safety-critical and 6 are read-only.", "18", "safety-critical alarms"),
    ("18 alarms are safety-critical and 6 are read-only.", "6", "read-only alarms"),
    ("Nine halls are heated and 3 unheated.", "3", "unheated halls"),
    ("The firm has 40 kilns, 12 new and 28 repaired.", "28", "repaired kilns"),
    # so many of them
    ("The spa runs 9 pools, 4 of them heated.", "4", "heated pools"),
    ("The tool has 300 rules, 40 of which are experimental.", "40", "experimental rules"),
    ("The depot has 40 trams. 25 are electric and 15 horse-drawn.", "25", "electric trams"),
    # what the sentence before counts, as written
    ("The fleet has 300 vans. 285 of them were repaired.", "285", "vans repaired"),
    ("The court heard 90 cases. Half of these were dropped.", "Half", "share of cases dropped"),
    ("The inn has 90 rooms. The other 40 were painted.", "40", "rooms painted"),
    # a noun, a place, a verb: no such part
    ("The jury has 12 members (7 women, 5 men).", "7", "women"),
    ("The team lost 3 games, 2 at home.", "2", "games lost"),
    ("In the raid 12 guards were killed and 40 injured.", "40", "guards injured"),
    ("The club has 300 members. 285 of them voted.", "285", "members"),
    ("The survey covered 80 farms and 12 towns; 30 were rural.", "30", "towns"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), PARTS, ids=[f"{text} [{n}]" for text, n, _ in PARTS])
def test_part(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).measure == wanted


VERBS = [
    ("All 7 rescue boats run on diesel.", "7", "rescue boat", "run"),
    ("All 12 probes pass.", "12", "probe", "pass"),
    ("All 9 parsers build without warnings.", "9", "parser", "build"),
    ("The 30 wind turbines stand in the bay.", "30", "wind turbine", "stand"),
    ("The 14 bakers process dough.", "14", "baker", "process"),
    # a compound whose first noun is a plural
    ("It needs 12 sales staff.", "12", "sale staff", "need"),
    ("He counted 12 sports clubs on the hill.", "12", "sport club", "count"),
]


@pytest.mark.parametrize(("text", "figure", "core", "event"), VERBS, ids=[text for text, *_ in VERBS])
def test_plural_before_its_verb(text: str, figure: str, core: str, event: str) -> None:
    found = claim(text, figure)
    assert (found.core, found.event) == (core, event)
