"""Passwords of people, ordered by the contracts service, and who they are by its word."""
