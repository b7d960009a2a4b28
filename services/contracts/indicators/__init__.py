"""The indicators on which something can be promised: a closed table."""
