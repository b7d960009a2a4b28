"""Survey answers: received once, listed without free text."""
