"""Tests of services/kpi/rebuilds."""
