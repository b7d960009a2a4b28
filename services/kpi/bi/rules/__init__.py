"""Pure rules of the tables: their columns, their cells, and how each format writes them."""
