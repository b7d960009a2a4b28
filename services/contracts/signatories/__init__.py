"""Who may sign for each party of a contract, as both of them see it."""
