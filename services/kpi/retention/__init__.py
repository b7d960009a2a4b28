"""How long raw contents are kept, and the months that they are kept in."""
