"""Runs the history of the feedback database."""

from services.common.migrations import run_environment

run_environment()
