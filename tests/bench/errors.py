"""Why a benchmark has no figure."""


class BenchError(Exception):
    """A benchmark could not run, or did not measure what it says."""
