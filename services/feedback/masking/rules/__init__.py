"""Pure rules of masking: what is looked for, how it is proved, and what remains of a text."""
