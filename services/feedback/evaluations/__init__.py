"""Mutual evaluation: what each party says of the other per quarter, on criteria that both agreed on."""
