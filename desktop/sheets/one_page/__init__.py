"""The parts of the country sheet: what goes in, in which words, and how it fits."""
