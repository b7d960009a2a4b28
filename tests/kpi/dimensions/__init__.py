"""Tests of services/kpi/dimensions."""
