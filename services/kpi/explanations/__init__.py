"""Explanations: what a figure is made of, down to the events, and the proof that it comes out again."""
