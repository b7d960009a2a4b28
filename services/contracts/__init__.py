"""What was promised, and between whom."""
