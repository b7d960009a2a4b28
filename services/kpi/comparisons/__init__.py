"""Comparisons: the values of a dimension beside the rest of the contract, with what statistics say of it."""
