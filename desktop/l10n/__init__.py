"""The interface's languages: catalogs, formatting and order. Knows no record and no window."""
