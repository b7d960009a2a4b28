"""What the customers' words are about: a small list of themes, by rules of words and by hand."""
