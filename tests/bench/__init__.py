"""Benchmarks: ratios of one run against a named peer or limit, on the code and the processes that are shipped."""
