"""Runs the history of the gateway database."""

from services.common.migrations import run_environment

run_environment()
