"""Tests of services/kpi/figures."""
