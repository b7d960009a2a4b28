"""Organisations and their machine clients."""
