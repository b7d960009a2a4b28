"""Tries to sign in: five are free, then each waits longer; counted in the database, so that no restart forgets."""
