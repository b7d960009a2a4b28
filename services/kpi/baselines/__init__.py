"""Before and after: two stretches of days compared, and baselines that both parties freeze to compare with."""
