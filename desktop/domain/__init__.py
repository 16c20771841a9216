"""What Valley Atlas knows: frozen values and rules, on the standard library alone."""
