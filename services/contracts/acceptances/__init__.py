"""What each party has accepted, and what follows from it."""
