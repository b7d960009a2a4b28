"""Figures: one value per contract, indicator, variant and period, the same everywhere."""
