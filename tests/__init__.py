"""Everything that is proven about Copil."""
