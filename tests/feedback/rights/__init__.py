"""Tests of services/feedback/rights."""
