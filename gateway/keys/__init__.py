"""The keys that sign tokens: drawn, sealed, published, rotated, shared by the replicas of the gateway."""
