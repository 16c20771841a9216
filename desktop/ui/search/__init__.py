"""The parts of the search view."""
