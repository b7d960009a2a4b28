"""Amendments that do not come into force: withdrawn by who proposed them, refused by the other."""
