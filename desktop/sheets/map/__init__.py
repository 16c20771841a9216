"""The map as plain data: places, what is counted or measured in each, and the legend."""
