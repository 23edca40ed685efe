"""Stage four: which claims speak of the same thing, with the reasons."""

from claimcheck.align.blocking import candidates
from claimcheck.align.comparability import (
    Comparison,
    Scope,
    begin,
    compare,
    finish,
    go_on,
    headroom,
    headroom_left,
    may_part,
    ruled_out,
)
from claimcheck.align.derive import derived
from claimcheck.align.exchange import exchanged
from claimcheck.align.history import is_history_file
from claimcheck.align.profile import Profile
from claimcheck.align.profiling import profiles
from claimcheck.align.stories import of_one_story

__all__ = [
    "Comparison",
    "Profile",
    "Scope",
    "begin",
    "candidates",
    "compare",
    "derived",
    "exchanged",
    "finish",
    "go_on",
    "headroom",
    "headroom_left",
    "is_history_file",
    "may_part",
    "of_one_story",
    "profiles",
    "ruled_out",
]
