"""What a search found, as the window and the command line tell it."""
