"""Sources that feed further contracts of the same two parties."""
