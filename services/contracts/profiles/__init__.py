"""What somebody says of themselves: name, language, zone, theme."""
