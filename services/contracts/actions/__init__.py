"""Actions: what both parties do about a cause, who answers for it, until when, and what it is to change."""
