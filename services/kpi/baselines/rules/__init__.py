"""What two stretches of days tell when they are held side by side. Pure."""
