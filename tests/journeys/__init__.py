"""Whole journeys through the gateway, on real processes."""
