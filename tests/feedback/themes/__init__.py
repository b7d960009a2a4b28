"""Themes and search."""
