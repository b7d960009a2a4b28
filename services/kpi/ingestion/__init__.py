"""Webhooks in: verified, kept, deduplicated, translated."""
