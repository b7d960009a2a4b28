"""What was done to how people of an organisation sign in: written once, read by its administrators."""
