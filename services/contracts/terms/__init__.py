"""The parameters of a contract as immutable, bitemporal versions."""
