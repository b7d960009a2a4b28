"""Ways of running Copil."""
