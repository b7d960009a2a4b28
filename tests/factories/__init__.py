"""Builders of believable test data."""
