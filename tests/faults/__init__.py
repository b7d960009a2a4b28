"""Every part killed or stopped in mid-load: what was acknowledged is there, once (long: `python -m tests.faults`)."""
