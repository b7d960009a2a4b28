"""Access tokens for machine clients (OAuth 2, client credentials), and the published keys."""
