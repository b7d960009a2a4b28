"""Backups of the installation: taken while it runs, checked whole before anything is replaced."""
