"""Verbatims: what customers said, in their own words, without what names or reaches anybody."""
