"""Contacts of customers: which ticket repeats another, and which first contact was enough."""
