"""The ticketing tools that are connected to a contract, and their secrets."""
