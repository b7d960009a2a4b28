"""Rights of end customers: requests for access and erasure (GDPR articles 15 and 17), their deadlines and answers."""
