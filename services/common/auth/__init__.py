"""Who calls, and what they may do: tokens, callers and the access table."""
