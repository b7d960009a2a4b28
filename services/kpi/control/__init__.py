"""Control limits: how far a series moves by itself, and where it does more than that."""
