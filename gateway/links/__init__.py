"""Links that let one person in once: to join, or to choose a new password."""
