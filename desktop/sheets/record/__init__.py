"""One record as plain data: its page, its facts with their passports, its links and sources."""
