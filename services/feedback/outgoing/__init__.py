"""Telling the provider's own tool what was relayed to its teams: signed messages, sent until they are taken."""
