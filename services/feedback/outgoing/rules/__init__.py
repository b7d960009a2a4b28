"""What may be called, when to try again, what is sent and how it is signed; pure."""
