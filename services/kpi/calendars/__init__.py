"""Instants, local wall clocks and business time."""
