"""Tests of services/kpi/comparisons."""
