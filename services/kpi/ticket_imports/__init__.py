"""Ticket exports of tools: compared with what the tools sent, loaded where they sent nothing, and undone."""
