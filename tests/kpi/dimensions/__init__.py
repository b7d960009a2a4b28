"""Tests of services/kpi/contacts."""
