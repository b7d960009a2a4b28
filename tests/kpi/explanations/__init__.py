"""Tests of services/kpi/explanations."""
