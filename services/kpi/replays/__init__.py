"""Recorded deliveries loaded again as if received when they were."""
