"""Whether sources live as usual: their rhythm, the gaps in it, and how much of a period was heard."""
