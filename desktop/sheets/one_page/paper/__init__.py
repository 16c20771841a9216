"""From a sheet to a page that fits: PDF, pictures, files."""
