"""Runs the history of the kpi database."""

from services.common.migrations import run_environment

run_environment()
