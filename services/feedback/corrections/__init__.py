"""Masks that people correct: what was missed is hidden at once, what was hidden wrongly is shown once agreed."""
