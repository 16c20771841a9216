"""From domain records to one description, for the screen, the command line and the page."""
