"""Sheets of one page in the window: choosing, preview, files, paper, all at once, comparing."""
