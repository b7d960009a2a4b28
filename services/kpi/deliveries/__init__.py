"""Every delivery with its fate, and the quarantine."""
