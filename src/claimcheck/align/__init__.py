"""Stage four: which claims speak of the same thing, with the reasons."""

from claimcheck.align.blocking import candidates
from claimcheck.align.comparability import Comparison, Scope, compare
from claimcheck.align.derive import derived
from claimcheck.align.exchange import exchanged
from claimcheck.align.history import is_history_file
from claimcheck.align.profile import Profile, profiles

__all__ = [
    "Comparison",
    "Profile",
    "Scope",
    "candidates",
    "compare",
    "derived",
    "exchanged",
    "is_history_file",
    "profiles",
]
