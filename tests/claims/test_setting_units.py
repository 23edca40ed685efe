"""Units that the name of a setting tells."""

from __future__ import annotations

import pytest
from sentences import claim

UNITS = [
    ("Idle connections are closed after `idle_timeout` (`30m`).", "30m", "minute"),
    ("The `retry_delay` is 5m.", "5m", "minute"),
    ("Set `cache.ttl: 15m` in the file.", "15m", "minute"),
    ("Waiting ends when job_deadline (default `45m`) has passed.", "45m", "minute"),
    ("The fence `north` (30m) is old.", "30m", "meter"),
    ("A post stands 30m from the road.", "30m", "meter"),
    ("`mailbox_quota` is 2147483648.", "2147483648", "byte"),
    ("`max-upload-size` defaults to 26214400.", "26214400", "byte"),
    ("`max_users` is 1048576.", "1048576", None),
    ("`batch_size` is 500.", "500", None),
]


@pytest.mark.parametrize(("text", "figure", "unit"), UNITS, ids=[text for text, *_ in UNITS])
def test_units_of_settings(text: str, figure: str, unit: str | None) -> None:
    quantity = claim(text, figure).quantity
    assert quantity is not None
    assert quantity.unit == unit


def test_units_of_settings_in_tables() -> None:
    rows = "| `body_size_limit` | 1048576 |\n| `lease` | 10m |\n| `wall_height` | 3m |\n"
    text = "| Setting | Default |\n|---|---|\n" + rows
    assert [claim(text, figure).quantity.unit for figure in ("1048576", "10m", "3m")] == ["byte", "minute", "meter"]
