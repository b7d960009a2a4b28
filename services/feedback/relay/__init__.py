"""The relay: the customers' words reach the team that served them, and what it did comes back."""
