"""Threads: what one party has to say to the other, the answer it asks for, and how long answers take on both sides."""
