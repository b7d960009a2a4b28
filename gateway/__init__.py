"""The gateway: credentials, tokens, keys, routing and limits; it knows addresses and identities, nothing else."""
