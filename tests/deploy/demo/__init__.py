"""The demonstration, computed without a server."""
