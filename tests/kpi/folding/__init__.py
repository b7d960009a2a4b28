"""Tests of services/kpi/folding."""
