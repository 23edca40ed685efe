"""Versions of software and standards: "Python >= 3.11", "Go 1.24", "v2.4 or later", "version 4.2.0", "4.x".

A version is no number: 3.9 is older than 3.11. Its text goes into ``Quantity.version`` as written, without a leading
"v"; a bound ("or later", ">=", "+") into the modifier. Ranges yield a version for each end. ``Mention.base`` holds the
tokens of the product where one is named ("Python"), else it is None.
"""

from __future__ import annotations

from claimcheck.extract.version.finder import find

__all__ = ["find"]
