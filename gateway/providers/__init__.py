"""Signing in through the OpenID provider of one's organisation: its settings, the way there and back."""
