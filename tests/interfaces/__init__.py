"""What one service says, another understands."""
