"""The kpi service: what was delivered."""
