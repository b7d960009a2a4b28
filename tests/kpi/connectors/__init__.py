"""Tests of the connectors, one tool each."""
