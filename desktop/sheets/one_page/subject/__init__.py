"""What a sheet is about, and what belongs to it."""
