"""Makes the helpers beside this file importable from every folder of tests, and keeps the user's cache out of them."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import settings

_NUMBER = count()

# No example fails for being slow: that is a clock, and the first one loads the lexicon.
settings.register_profile("claimcheck", deadline=None)
settings.load_profile("claimcheck")


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with an empty store of claims."""
    folder = tmp_path_factory.getbasetemp() / f"cache-{next(_NUMBER)}"
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(folder))
