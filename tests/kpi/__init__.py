"""Tests of the kpi service."""
