"""Tests of what feedback has people told."""
