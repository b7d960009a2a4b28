"""Public holidays, as a proposal for schedules."""
