"""Tests of services/kpi/rights."""
