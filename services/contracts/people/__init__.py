"""People of an organisation: who they are and what they do; their passwords are kept by the gateway."""
