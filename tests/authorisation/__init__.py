"""Who may do what: every operation for every kind of caller, against a reviewed table."""
