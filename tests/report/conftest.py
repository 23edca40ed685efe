from __future__ import annotations

import pytest
from report_samples import sample

from claimcheck.report import Report


@pytest.fixture
def report() -> Report:
    return sample()
