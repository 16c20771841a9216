"""Charts and the map, drawn from their descriptions."""
