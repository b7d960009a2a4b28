"""Tests of tokens and access."""
