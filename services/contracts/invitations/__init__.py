"""Inviting people: they are kept here at once, and join by a link that the gateway draws."""
