"""Where work runs and what it keeps: the gate over a project's files, and the store of their claims."""
