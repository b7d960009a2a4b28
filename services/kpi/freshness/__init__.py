"""What each source has sent, how fresh it is, and what is missing."""
