"""Tests of instants, schedules and business time."""
