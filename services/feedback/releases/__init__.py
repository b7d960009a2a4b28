"""Words that wait for the donneur d'ordre to read them before the provider does, where a contract asks for it."""
