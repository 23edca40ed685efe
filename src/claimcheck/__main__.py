"""``python -m claimcheck``: the same as the command ``claimcheck``."""

from __future__ import annotations

import os
import sys


def _leave_folder() -> None:
    """Import nothing more from the folder that the command is run in, unless claimcheck itself is there.

    Python puts that folder before all others; a document's ``regex/`` or ``attr.py`` is no library of ours.
    """
    try:
        first = os.path.realpath(sys.path[0])
        home = os.path.realpath(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        if not sys.flags.safe_path and first == os.path.realpath(os.getcwd()) != home:
            del sys.path[0]
    except OSError:
        return  # the folder is gone, and so is what it held


if __name__ == "__main__":
    _leave_folder()

    from claimcheck.cli import main

    main()
