"""The window around the views: menus, tool bar, way back, and what its entries do."""
