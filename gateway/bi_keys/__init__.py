"""Keys with which BI tools read contracts of an organisation, by HTTP Basic."""
