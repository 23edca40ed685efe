"""Increases and falls: "rose 20% to 139", "fell by 78%", "up from 50 to 60", "doubled", "a 10% cut", "growth of 5%".

``find`` takes the amounts of a change (role ``by``) and multiplications (role ``times``). The two ends of a change stay
counts, sums of money or measures: ``assign``, called when all extractors are done, gives them their role (``from``,
``to``) and the direction of the verb; ``assign_margins`` does so for differences between two things.
"""

from __future__ import annotations

from claimcheck.extract.change.ends import assign
from claimcheck.extract.change.margins import assign_margins
from claimcheck.extract.change.sizes import find
from claimcheck.extract.change.words import WORDS

__all__ = ["WORDS", "assign", "assign_margins", "find"]
