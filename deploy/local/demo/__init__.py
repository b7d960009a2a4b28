"""The demonstration: two pairs of invented companies, loaded through the same doors as anybody's data."""
