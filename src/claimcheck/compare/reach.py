"""The widest interval that a figure may be given in any comparison, in floating point: for a quick look at many pairs.

Figures whose reaches lie apart cannot agree. The reverse says nothing.
"""

from __future__ import annotations

import math

from claimcheck.compare.interval import interval
from claimcheck.packs.model import Tolerance
from claimcheck.records import Claim, Kind

__all__ = ["Reach", "reach"]

Reach = tuple[float, float]

_SPARE = 1e-9  # what floating point may take off
_WHOLE = (-math.inf, math.inf)


def reach(claim: Claim, tolerance: Tolerance) -> Reach:
    """The reach of a claim's figure under a tolerance; everything where it is a name or no number."""
    if claim.kind in (Kind.VERSION, Kind.IDENTIFIER):
        return _WHOLE
    found = interval(claim, tolerance, finer=True)
    try:
        low = -math.inf if found.low is None else float(found.low)
        high = math.inf if found.high is None else float(found.high)
    except OverflowError:
        return _WHOLE
    room = _SPARE * max(abs(end) for end in (low, high) if math.isfinite(end)) if math.isfinite(low + high) else 0.0
    return low - room, high + room
