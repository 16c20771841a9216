"""What the help page says, apart from how it looks."""
