"""The parts of the home view: key figures, map, milestones, ways in."""
