"""A draft that is corrected, or given up."""
