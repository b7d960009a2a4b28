"""What growth costs: the same readings and the same work among 100,000, a million, ten million events."""
