"""Notifications: who is told of what happened, in the application and by mail, and how often."""
