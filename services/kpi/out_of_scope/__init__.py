"""Tickets that a contract leaves out by its scope: how many, why, and which."""
