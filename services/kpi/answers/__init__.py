"""Survey answers that feedback received itself: one pseudonymous measurement each, counted beside those of tickets."""
