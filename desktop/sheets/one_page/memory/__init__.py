"""What a sheet remembers: its facts inside the file, read back and compared."""
