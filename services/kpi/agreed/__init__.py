"""What both parties agree on of a source, version by version: its scope, and who is the donneur d'ordre's own staff."""
