"""Trials: a sample signed as its tool would, examined as a delivery is, and stored nowhere."""
