"""What the end customer said."""
