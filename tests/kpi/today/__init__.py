"""The day of the provider's team."""
