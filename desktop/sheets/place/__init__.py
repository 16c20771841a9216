"""What is particular to places: their portrait, two side by side, and their tree."""
