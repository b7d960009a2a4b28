"""Tests of ticket facts and of what they contribute."""
