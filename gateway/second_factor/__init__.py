"""Codes of an authenticator beside the password: set up, asked at sign-in, taken away; required of signatories."""
