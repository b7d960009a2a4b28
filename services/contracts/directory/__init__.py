"""What the other services are told of contracts, and may ask."""
