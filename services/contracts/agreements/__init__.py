"""The contract: its parties and its life."""
