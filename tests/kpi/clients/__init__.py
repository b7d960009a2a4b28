"""The door to contracts."""
