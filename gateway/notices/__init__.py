"""Who operates this installation, as its settings say, for the notices that people read."""
