"""Masking: what names or reaches a person is taken out of the customers' words before anybody reads them."""
