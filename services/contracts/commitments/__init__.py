"""What was promised on each indicator, as immutable, bitemporal versions."""
