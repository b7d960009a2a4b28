"""Tests of services/kpi/ingestion."""
