"""Pure rules of figures: periods, values, what judges them, and their identity."""
