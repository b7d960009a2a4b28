"""Pure rules of answers: what an answer may be, which are one and the same, and reading a spreadsheet."""
