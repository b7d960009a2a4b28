"""The doors of kpi to the other services."""
