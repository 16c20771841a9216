"""The explorer in words: which figures fit what is chosen, and what must be known of them."""
