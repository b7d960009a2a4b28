"""Today's work of the provider's team: by half-hour, against what was promised; of no person."""
