"""The one-machine runner: PostgreSQL, the services and the gateway under one supervisor."""
