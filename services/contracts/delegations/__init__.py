"""Functions of a person in one contract: limited or extended, named, with dates."""
