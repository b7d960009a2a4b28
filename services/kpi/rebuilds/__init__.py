"""Events made anew from the raw deliveries, and days made anew from the tickets."""
