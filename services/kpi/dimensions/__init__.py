"""Dimensions: figures by site, channel, reason and what else a contract declares."""
