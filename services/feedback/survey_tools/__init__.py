"""Survey tools: what they send is kept as it came, and each finished response becomes answers as a mapping says."""
