"""What everything looks like: colours, type scale, icons."""
