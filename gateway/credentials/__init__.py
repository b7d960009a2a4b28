"""Secrets of machine clients: drawn for the contracts service, kept as digests, revoked."""
