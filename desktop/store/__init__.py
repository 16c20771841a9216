"""Seeds in, one SQLite file out, and the readers of that file and of the user's own."""
