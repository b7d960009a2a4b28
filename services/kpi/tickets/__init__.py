"""Tickets: their neutral events, their timeline and their facts."""
