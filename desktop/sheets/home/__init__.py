"""The home view of a country as plain data."""
