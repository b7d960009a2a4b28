"""Flat typed tables for business-intelligence tools: the numbers of the pages, to the last digit."""
