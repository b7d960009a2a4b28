"""Tests of the one-machine runner."""
