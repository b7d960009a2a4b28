"""Practices: what an action changed for the better, with the proof, for the other contracts of the same two parties."""
