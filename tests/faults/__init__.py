"""Every part killed or stopped in mid-load: what was acknowledged is there, once. Long form: `python -m tests.faults`."""
