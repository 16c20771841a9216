"""The briefing on the screen: meetings and items, the item that is open, its note, its files."""
