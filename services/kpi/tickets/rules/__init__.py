"""Pure rules of a ticket: events in, facts out."""
