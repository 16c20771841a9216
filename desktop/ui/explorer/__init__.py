"""The explorer: choose what to measure, where and when; see chart, table and sources."""
