"""Published figures that changed afterwards: what changed, by which tickets and which events."""
