"""Small widgets that many views are made of."""
