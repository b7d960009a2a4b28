"""The contract's commitments and objectives as kpi knows them: what judges a figure, and when."""
