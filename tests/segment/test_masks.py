from __future__ import annotations

from itertools import pairwise

import pytest

from claimcheck.segment.masks import find_masks, list_marker


def unmasked(text: str) -> str:
    parts = []
    at = 0
    for mask in find_masks(text):
        parts.append(text[at : mask.start])
        at = mask.end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Catches fell.<sup>12</sup> They rose in 1990s<sup>3</sup>.", "Catches fell. They rose in 1990s."),
        ("An area of 40 km<sup>2</sup> and 5 m<sup>3</sup>", "An area of 40 km2 and 5 m3"),
        ("3 × 10<sup>6</sup> cells, in 2010<sup>6</sup>", "3 × 106 cells, in 2010"),
        ("the 21<sup>st</sup> and 2<sup>nd</sup>", "the 21st and 2nd"),
        ("CO<sub>2</sub> in <b>Oslo</b><br/>", "CO2 in Oslo"),
        ("Ships sank.[4] More[5, 6] and [7–9].", "Ships sank. More and ."),
        ("Cited \\[12\\] here[^3] and there[^note].", "Cited  here and there."),
        ("The army left.651 Then peace,12 then war.” 14 more", "The army left. Then peace, then war.” 14 more"),
        ("See sec.5 and no.7 and v2.10 of app.2 x", "See sec.5 and no.7 and v2.10 of app.2 x"),
        ("rate² and 5 km² and word¹²", "rate and 5 km² and word"),
        ('[14 rules](http://x.org/a_(b)?n=3 "t 9") apply', "14 rules apply"),
        ("![chart of 12](a/12.png) then ![x][y] 3", " then  3"),
        ("at https://a.org/2019/12, or (see www.b.org/7).", "at , or (see )."),
        ("doi 10.1000/182.x4 and doi:10.1234/abc, 9", "doi  and doi:, 9"),
        ("ISBN 978-0-306-40615-7 costs 12", " costs 12"),
        ("mail a.b12@c34.org or call +44 20 7946 0958 by 5", "mail  or call  by 5"),
        ("tel. 020 7946 0958, room 9", ", room 9"),
        ("**12** of *13* and ***14***, snake_case_7, _15_ of `16`", "12 of 13 and 14, snake_case_7, 15 of 16"),
        (
            "He wrote it (Arden University Press, April 2022, with A. Orr) in May.",
            "He wrote it (Arden University , with A. Orr) in May.",
        ),
        ("The press, 2019 was told, is old", "The press, 2019 was told, is old"),
        ("4*5 and 4 * 5", "4*5 and 4 * 5"),
        ("a <!-- 12\n13 --> b <!-- 9", "a  b <!-- 9"),
        ("5 < 7 and x <y and 3 > 2", "5 < 7 and x <y and 3 > 2"),
        ("R&amp;D of 5&nbsp;m", "RD of 5m"),
        ("under CC BY-SA 4.0 since 2011", "under  since 2011"),
        ("[3] (three) [Oslo] stays", " (three) [Oslo] stays"),
        ("array[12] of size", "array of size"),
        ("Fixed in :issue:`3250` and :gh:`#12, #14`, 3 times", "Fixed in  and , 3 times"),
        ("See :pep:`561`, {rfc}`7231` and :ref:`a page <p-3>` of 9", "See ,  and a page  of 9"),
        ("takes :math:`3 n + 5` steps, or 4", "takes  steps, or 4"),
        ("at $k = 1/2$ for $9, or $12 = £9", "at  for $9, or $12 = £9"),
        ("about $n^2 + 4$ steps and $$x_1 = 5$$, for $9 or $12", "about  steps and , for $9 or $12"),
    ],
)
def test_what_is_no_prose(text: str, left: str) -> None:
    assert unmasked(text) == left


def test_masks_are_apart_and_in_order() -> None:
    masks = find_masks("**[a](http://b.c/d*e*)** <b>x</b>[^1] ![i](http://x/1) `y`.12 ")
    assert all(mask.start < mask.end for mask in masks)
    assert all(one.end <= other.start for one, other in pairwise(masks))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("- 12 boats", "12 boats"),
        ("* **3.** Third", "Third"),
        ("### 2.4 Results of 9", "Results of 9"),
        ("1. First", "First"),
        ("- a. Lettered", "Lettered"),
        ("iv) Fourth", "Fourth"),
        ("(2) Second", "Second"),
        ("> - [x] done 5", "done 5"),
        ("● bullet 7", "bullet 7"),
        ("- 3.6 TB of data", "3.6 TB of data"),
        ("2.5 Million people", "2.5 Million people"),
        ("240: boats", "240: boats"),
        ("-5 degrees", "-5 degrees"),
        ("A. Smith won 5", "A. Smith won 5"),
        ("2019 was dry", "2019 was dry"),
    ],
)
def test_markers_before_content(text: str, rest: str) -> None:
    assert text[list_marker(text, 0, len(text)) :] == rest
