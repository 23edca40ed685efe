"""The collector of cycles at rest, while records are made by the hundred thousand and none refers to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["at_rest"]


@contextmanager
def at_rest() -> Iterator[None]:
    """Run without the collector, which would go over all records over and over; what is let go is freed all the same.

    A collector that the caller has switched off stays off.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
