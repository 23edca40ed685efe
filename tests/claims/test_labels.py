"""The noun phrase of a row's label, and the verb that is said of it."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.claims.measured.labels import read_label

READ = {
    "Patients whose data were copied": ("patient", "patient", "copy"),
    "Servers encrypted": ("server", "server", "encrypt"),
    "Employees (December 2023)": ("employee", "employee", ""),
    "First access by the intruders": ("first access", "access", ""),
    "Military personnel authorised": ("military personnel", "personnel", "authorise"),
    "Trees planted in 2023": ("tree", "tree", "plant"),
    "Length of the line": ("length of line", "length", ""),
    "Number of people employed": ("people", "people", "employ"),
    "Houses under water": ("house", "house", ""),
}


@pytest.mark.parametrize("label", READ)
def test_a_label_is_a_noun_phrase_with_a_tail(label):
    found = read_label(label)
    assert found is not None
    assert (found.core, found.head, found.event) == READ[label]


@pytest.mark.parametrize("label", ["Net debt", "Damaged buildings", "Total area", "max_message_size", "Evacuated", ""])
def test_a_label_without_a_tail_is_left_as_it_is(label):
    assert read_label(label) is None


def test_what_is_shown_keeps_all_words_of_the_label():
    (claim,) = extract("| Item | Figure |\n|---|---|\n| Boats lost in the storm | 412 |\n")
    assert (claim.head, claim.event, claim.measure) == ("boat", "lose", "boats lost storm")
