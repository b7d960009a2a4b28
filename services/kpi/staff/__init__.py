"""Who of a tool's agents is the donneur d'ordre's own staff, and which side handled a ticket."""
