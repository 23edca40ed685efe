"""What an amount of money is for."""

from __future__ import annotations

import pytest
from sentences import claim

MEASURES = [
    # before a noun
    ("A $40 million dredging contract was signed.", "$40 million", "dredging contract"),
    ("It is a €3bn port.", "€3bn", "port"),
    # after "of", "worth", "totalling"
    ("A loan of $40 million was agreed.", "$40 million", "loan"),
    ("Exports worth $40 million were lost.", "$40 million", "export"),
    ("They approved a spending of $40 million on trams.", "$40 million", "spending on tram"),
    ("Aid in the amount of $40 million arrived.", "$40 million", "aid"),
    # before "in", "of"
    ("The town got $40 million in subsidies.", "$40 million", "subsidy"),
    ("It sold $40 million worth of lamps.", "$40 million", "lamp"),
    ("It passed a budget of $31 billion, of which $4 billion is for roads.", "$4 billion", "budget"),
    # in brackets behind a noun
    ("Sales (€842 million) grew faster than wages (€770 million).", "€770 million", "wage"),
    ("Net debt is twice the turnover (€40 million).", "€40 million", "turnover"),
    ("Net debt equals 1.3 times EBIT ($40 million).", "$40 million", "ebit"),
    # label, subject, object
    ("Budget: $40 million", "$40 million", "budget"),
    ("Revenue reached $40 million.", "$40 million", "revenue"),
    # the noun of the verb
    ("The town spent $40 million on trams.", "$40 million", "spending on tram"),
    ("Malawi owes Norway $40 million.", "$40 million", "debt"),
    ("Norway lent Malawi $40 million.", "$40 million", "loan"),
    ("The judge fined the dairy $40 million.", "$40 million", "fine"),
    ("The nurses asked for $40 million.", "$40 million", "request"),
    ("The town borrowed $40 million.", "$40 million", "loan"),
    ("The club owes the bank $40 million.", "$40 million", "debt"),
    ("The fund invested $40 million in the mill.", "$40 million", "investment in mill"),
    ("The farm sold for $40 million.", "$40 million", "price of farm"),
    ("The barge is insured for $40 million.", "$40 million", "insured sum of barge"),
    ("Brandt must pay Holm, a smoker's widow, $40 million.", "$40 million", "payment"),
    # the sentence has a noun of its own for it
    ("The judge cut the fine of $40 million.", "$40 million", "fine"),
    ("Rent rose from $30 to $40 in a year.", "$30", "rent"),
    ("The town gave aid of $40 million to the club.", "$40 million", "aid"),
]


@pytest.mark.parametrize(("text", "figure", "wanted"), MEASURES, ids=[text for text, _, _ in MEASURES])
def test_measure(text: str, figure: str, wanted: str) -> None:
    assert claim(text, figure).core == wanted
