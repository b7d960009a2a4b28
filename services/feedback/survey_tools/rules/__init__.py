"""Pure rules of survey tools: what the fields of a response are, and the answers that they make."""
