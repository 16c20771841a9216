"""The room of the map view: its bar, its section, its page and its exports."""
