"""Files of answers: shown before they are kept, kept line by line, and taken back as a whole."""
