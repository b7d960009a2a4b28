"""Which tickets of a source belong to a contract: conditions, in versions with dates."""
