"""Deliveries of sources whose secret is not known yet: kept, not counted, verified once it is."""
