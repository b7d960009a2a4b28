"""Tests of services/kpi/control."""
