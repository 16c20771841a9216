"""Lists and tables of records: models, delegates, facets."""
