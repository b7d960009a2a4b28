"""The contract's terms as kpi knows them: immutable versions and which one was in force."""
