"""One record on the screen: page, values with their passports, links, other languages."""
