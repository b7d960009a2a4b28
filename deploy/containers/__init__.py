"""Recipes of container images, one per service; not built here."""
