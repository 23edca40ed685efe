"""Stage four: a figure with its context becomes a claim; ``claims.build`` does it."""
