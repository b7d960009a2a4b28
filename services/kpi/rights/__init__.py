"""Rights of end customers (GDPR articles 15 and 17): what a contract's deliveries hold about one, and its erasure."""
