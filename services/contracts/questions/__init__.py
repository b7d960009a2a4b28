"""The four questions before a promise: who answered them, and when."""
