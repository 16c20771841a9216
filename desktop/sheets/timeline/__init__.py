"""The timeline as a description in one language."""
