"""Charts in words and numbers: what the screen, an export, a sheet and a screen reader are told."""
