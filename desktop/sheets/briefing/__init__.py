"""The briefing as plain data, and as PDF."""
