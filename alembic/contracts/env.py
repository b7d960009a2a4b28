"""Runs the history of the contracts database."""

from services.common.migrations import run_environment

run_environment()
