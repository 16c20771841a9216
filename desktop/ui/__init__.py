"""Windows, views, models and charts. Knows the domain, never the store."""
