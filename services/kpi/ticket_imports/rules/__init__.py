"""Reading ticket exports and comparing them with what is known: pure."""
