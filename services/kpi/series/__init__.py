"""Figures side by side: one value per day, month or quarter, and windows that trail over days."""
