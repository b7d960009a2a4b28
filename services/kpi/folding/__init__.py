"""From ticket facts to daily sums, by exact differences."""
