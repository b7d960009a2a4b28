"""What the parties want to reach: SMART objectives, written once."""
